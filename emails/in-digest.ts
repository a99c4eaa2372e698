/** Characters of what somebody wrote, among so much else. */
export const longestInDigest = 280;
