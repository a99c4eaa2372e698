/** Words that hold sentences together and tell no post from another, in the languages that we speak. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    `a about after all also an and any are as at be because been but by can cannot could did do does doing done for
    from get had has have he her his how i if in into is it its just like me more my no not now of on one or our out
    she should so some such than that the their them then there these they this those to too up us use very was we
    were what when where which while who why will with would you your`,
    `aber alle als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dem den der des die dies diese
    dieser dieses doch durch ein eine einem einen einer eines er es für hat habe haben hier ich ihr im in ist ja kann
    kein keine können man mehr mein mich mir mit muss nach nicht noch nur ob oder ohne schon sein sich sie sind so über
    um und uns von vor war was wenn wer werden wie wir wird wo wurde zu zum zur`,
    `في من على إلى الى عن أن ان إن لا ما هذا هذه ذلك التي الذي هو هي كان كانت قد مع أو او ثم بعد قبل عند كل لم لن يتم
    كما حتى أنا نحن هل لكن`,
  ]
    .join(" ")
    .split(/\s+/),
);
