/** Short posts of our own, in the languages that the reports of others lack; each with two questions. */
export interface OwnPost {
  class: "Arabic article" | "Russian endings" | "German compounds";
  title: string;
  body: string;
  questions: [string, string];
}

const german: [string, string, string, string][] = [
  [
    "Benachrichtigungseinstellungen pro Projekt",
    "Ich will je Projekt wählen, was mir gemailt wird.",
    "Einstellungen Benachrichtigung",
    "Benachrichtigungs-Einstellungen Projekt",
  ],
  ["Tastaturkürzel für den Dateimanager", "Ohne Maus geht dort nichts.", "Kürzel Tastatur", "Datei-Manager"],
  [
    "Die Suche nach Rechnungsnummern findet nichts",
    "Nur ganze Wörter werden gefunden.",
    "Rechnungsnummer",
    "Nummer Rechnung Suche",
  ],
  [
    "Einstellungen für Benachrichtigungen auf dem Handy",
    "Sie sind zu tief versteckt.",
    "Benachrichtigungseinstellungen Handy",
    "Handyeinstellungen",
  ],
  [
    "Automatische Speicherung alle fünf Minuten",
    "Nach einem Absturz fehlt sonst zu viel.",
    "Speicherungen automatisch",
    "speicherung fünf minuten",
  ],
  [
    "Seitenleiste lässt sich nicht verbreitern",
    "Lange Namen werden abgeschnitten.",
    "Seiten-Leiste",
    "Seitenleisten verbreitern",
  ],
  ["Passwortänderung meldet alle Geräte ab", "Das überrascht.", "Passwort Änderung", "Passwortänderungen Geräte"],
  ["Größere Schrift im Druckbild", "Auf Papier ist alles winzig.", "Druckbilder Schrift", "grosse Schrift Druck"],
  ["Kalenderansicht mit Wochennummern", "Wir planen nach Kalenderwochen.", "Ansicht Kalender", "Wochen-Nummern"],
  [
    "Datenschutzerklärung ist veraltet",
    "Sie nennt noch den alten Anbieter.",
    "Erklärung Datenschutz",
    "Datenschutz-Erklärung veraltet",
  ],
  [
    "Mehrere Empfänger für den Monatsbericht",
    "Nur eine Adresse ist möglich.",
    "Monatsberichte Empfänger",
    "Bericht Monat",
  ],
  [
    "Fehlermeldung beim Hochladen großer Bilder",
    "Es heißt nur: etwas ging schief.",
    "Meldung Fehler hochladen",
    "Fehlermeldungen Bild",
  ],
  ["Zugriffsrechte für einzelne Ordner", "Gäste sehen heute alles.", "Rechte Zugriff Ordner", "Zugriffs-Recht"],
  [
    "Sprachausgabe liest die Überschriften doppelt",
    "Mit jedem Vorleseprogramm.",
    "Ausgabe Sprache Überschrift",
    "Sprachausgaben",
  ],
];

const russian: [string, string, string, string][] = [
  ["Тёмный режим для редактора", "Ночью белый фон слепит.", "темного режима", "тёмная редакторе"],
  ["Уведомления приходят дважды", "После каждого ответа.", "двойные уведомлений приходят", "уведомление"],
  ["Горячие клавиши для поиска", "Мышью слишком долго.", "горячих клавиш", "поиск клавишами"],
  ["Экспорт списка заметок в таблицу", "Нужен файл для бухгалтерии.", "экспорта заметки", "таблицы списков"],
  ["Новый календарный вид для задач", "По неделям и по месяцам.", "календарного вида", "календарные задачи"],
  [
    "Синхронизация останавливается в фоне",
    "Телефон засыпает, и всё.",
    "синхронизации фон",
    "остановилась синхронизацию",
  ],
  ["Быстрый поиск по вложенным папкам", "Сейчас ищет только в открытой.", "вложенные папки", "быстрого поиска папках"],
  ["Общий доступ к блокнотам для гостей", "Только чтение.", "общего доступа", "гостям блокнот"],
  ["Короткий пароль принимается без предупреждения", "Это опасно.", "коротких паролей", "пароля предупреждение"],
  ["Печать обрезает последнюю строку", "На каждой странице.", "последняя строка печати", "обрезанные строки"],
  ["Зелёные ярлыки плохо видны", "На светлом фоне.", "зеленый ярлык", "зелёных ярлыков"],
  ["Русский словарь для проверки орфографии", "Сейчас только английский.", "русского словаря", "проверка словарём"],
  ["История изменений для каждой заметки", "Хочу вернуть вчерашнее.", "истории изменение", "изменения заметках"],
  ["Домашний экран с последними файлами", "Чтобы не искать.", "домашнего экрана", "последние файлы экран"],
];

const arabic: [string, string, string, string][] = [
  ["الوضع الداكن في المحرر", "الخلفية البيضاء تؤلم العين ليلًا.", "وضع داكن", "المحرر داكن"],
  ["إشعارات متكررة عند كل رد", "تصلني الرسالة مرتين.", "الإشعارات المتكررة", "اشعارات رد"],
  ["اختصارات لوحة المفاتيح", "نحتاج إليها في البحث.", "الاختصارات", "لوحة مفاتيح"],
  ["تصدير القائمة إلى ملف", "للمحاسبة في نهاية الشهر.", "التصدير ملف", "قائمة تصدير"],
  ["المزامنة تتوقف في الخلفية", "بعد دقائق قليلة.", "مزامنة الخلفيه", "والمزامنة تتوقف"],
  ["البحث داخل المجلدات الفرعية", "لا يجد شيئًا.", "بحث مجلدات", "المجلدات فرعية"],
  ["تقويم أسبوعي للمهام", "نخطط بالأسابيع.", "التقويم الأسبوعي", "المهام تقويم"],
  ["الطباعة تقطع السطر الأخير", "في كل صفحة.", "طباعة سطر", "السطر للطباعة"],
  ["صلاحيات الضيوف", "يرون كل شيء اليوم.", "الصلاحيات", "صلاحيات للضيوف"],
  ["تكبير الخط في القوائم", "الحروف صغيرة جدًا.", "خط القوائم", "تكبير قوائم"],
  ["كلمة المرور القصيرة مقبولة بلا تحذير", "هذا خطر.", "كلمة مرور قصيرة", "التحذير المرور"],
  ["سجل التعديلات لكل ملاحظة", "أريد نص الأمس.", "تعديلات الملاحظة", "السجل ملاحظة"],
  ["الشاشة الرئيسية بآخر الملفات", "حتى لا أبحث.", "شاشة رئيسية", "ملفات الشاشة"],
  ["قراءة الملاحظات بصوت مسموع", "أثناء القيادة.", "القراءة صوت", "ملاحظات قراءة"],
];

const postsOf = (name: OwnPost["class"], texts: typeof german): OwnPost[] =>
  texts.map(([title, body, ...questions]) => ({ class: name, title, body, questions }));

export const ownPosts: OwnPost[] = [
  ...postsOf("German compounds", german),
  ...postsOf("Russian endings", russian),
  ...postsOf("Arabic article", arabic),
];
