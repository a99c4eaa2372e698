import { type Example, emptyModel, learn, type Model } from "~/models/support/categories/learn";

const texts: Record<string, string[]> = {
  billing: [
    "I was charged twice for one month",
    "My invoice shows the wrong amount",
    "Please refund the second charge",
    "Die Rechnung ist falsch",
    "Auf meiner Rechnung fehlt die Steuernummer",
    "الفاتورة غير صحيحة",
    "أريد استرداد ثمن الفاتورة",
    "发票金额不对",
    "请重新开发票",
  ],
  login: [
    "I cannot sign in with my password",
    "The password reset mail never arrives",
    "Signing in says my password is wrong",
    "Ich kann mich nicht anmelden",
    "Die Anmeldung mit meinem Passwort schlägt fehl",
    "لا أستطيع تسجيل الدخول",
    "نسيت كلمة المرور",
    "忘记密码了",
    "登录密码错误",
  ],
  printing: [
    "The label prints on two pages",
    "Printing cuts off the margin",
    "My printer shows empty pages",
    "Der Drucker druckt leere Seiten",
    "Beim Drucken fehlt der Rand",
    "الطابعة تطبع صفحات فارغة",
    "لا تعمل طباعة الملصقات",
    "打印机打印空白页",
    "打印标签时缺边",
  ],
};

export const examples: Example[] = Object.entries(texts).flatMap(([category, some]) =>
  some.map((text) => ({ text, category })),
);

export function learnAll(some: Example[]): Model {
  const model = emptyModel();
  for (const example of some) learn(model, example);
  return model;
}
