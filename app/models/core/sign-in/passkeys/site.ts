/** The portal, as browsers tell authenticators of it. */
export interface PasskeySite {
  /** `https://feedback.example.com` */
  origin: string;
  /** `feedback.example.com` */
  id: string;
  /** Uses a challenge up. Resolves to whether it was good. */
  redeem(challenge: string): Promise<boolean>;
}
