import { expect, test } from "vitest";
import { orderOf, readDate } from "~/models/admin/imports/read-date";

test.for([
  ["2023-08-26T06:33:37Z", "2023-08-26T06:33:37.000Z"],
  ["2023-08-26T06:33:37.123456+02:00", "2023-08-26T04:33:37.123Z"],
  ["2023-08-26 06:33:37", "2023-08-26T06:33:37.000Z"],
  ["2023-08-26 06:33:37 UTC", "2023-08-26T06:33:37.000Z"],
  ["2023-08-26 06:33:37+00", "2023-08-26T06:33:37.000Z"],
  ["2023-08-26", "2023-08-26T00:00:00.000Z"],
  ["30/Sep/21 17:20", "2021-09-30T17:20:00.000Z"],
  ["1/jan/99 12:05 AM", "1999-01-01T00:05:00.000Z"],
  ["1693031617", "2023-08-26T06:33:37.000Z"],
  ["1693031617123", "2023-08-26T06:33:37.123Z"],
] as const)("%s is a date", ([text, date]) => {
  expect(readDate(text)?.toISOString()).toBe(date);
});

test.for([
  "Sep 30, 2021 16:05",
  "30 Sep 2021 16:05",
  "September 30th, 2021 at 4:05 pm",
  "30.09.2021 16:05",
  "9/30/21 4:05 PM",
  "9/30/2021, 4:05pm",
  "30/09/2021 16.05.00",
  "30-Sep-2021 16:05",
  "2021/9/30 16:05",
  "20210930T160500Z",
  "Thu, 30 Sep 2021 18:05:00 +0200",
  "Thu, 30 Sep 2021 11:05:00 EST",
  "Thu Sep 30 2021 18:05:00 GMT+0200 (Central European Summer Time)",
  "Thu Sep 30 16:05:00 2021",
  "2021-09-30 4:05 PM",
  "September 30, 2021 6:05 PM (GMT+2)",
  "44469.670139",
  "44469,670139",
  "1633017900",
  "1633017900000",
  "1633017900000000",
  "Donnerstag, 30. September 2021 um 18:05 MESZ",
  "30. September 2021, 16:05 Uhr",
  "٣٠ سبتمبر ٢٠٢١ ٤:٠٥ م",
  "٣٠‏/٩‏/٢٠٢١، ٤:٠٥ م",
  "30 أيلول 2021 16:05",
  "30 septembre 2021 à 16:05",
  "30 сентября 2021 г., 16:05",
  "2021年9月30日 16:05",
])("“%s” is five past four on 30 September 2021", (text) => {
  expect(readDate(text)?.toISOString().slice(0, 16)).toBe("2021-09-30T16:05");
});

test.for([
  ["25/12/2024", "day-first"],
  ["12/25/2024 9:30 AM", "month-first"],
  ["03/04/2025", "either"],
  ["3-4-25", "either"],
  ["5/5/2025", undefined],
  ["25.12.2024", undefined],
  ["2024/12/25", undefined],
  ["30 Sep 2021", undefined],
  ["31/02/2021", undefined],
] as const)("what “%s” tells of its column: %s", ([text, order]) => {
  expect(orderOf(text)).toBe(order);
});

test("of two days, the one is taken that is said", () => {
  expect(readDate("03/04/2025")).toBeUndefined();
  expect(readDate("03/04/2025", "day-first")?.toISOString()).toBe("2025-04-03T00:00:00.000Z");
  expect(readDate("03/04/2025", "month-first")?.toISOString()).toBe("2025-03-04T00:00:00.000Z");
});

test.for([
  "yesterday",
  "2023-02-31",
  "2023-13-01",
  "2023-08-26 25:00:00",
  "0000-00-00 00:00:00",
  "0001-01-01",
  "9999-12-31",
  "30/Foo/21",
  "31/02/2023",
  "Sep 2021",
  "2021-09-30 16:61",
  "Thu, 30 Sep 2021 16:05:00 IST",
  "Q3 2021",
  "1.2.3",
  "7",
  "",
])("“%s” is none", (text) => {
  expect(readDate(text)).toBeUndefined();
});
