"""Two marks on Tam, as a child page and a chronology show them."""

from kith.web.parts.body import BodyMap, MarkRow
from kith.web.pictures.body import Mark, shown

MARKS = (
    Mark(number=1, region="upper_arm", side="left", view="back"),
    Mark(number=2, region="cheek", side="right", view="face"),
    Mark(number=3, region="arm"),
)
BODY = BodyMap(
    caption="Every mark that is told of Tam",
    drawings=shown(figure="child", marks=MARKS),
    rows=(
        MarkRow(
            number=1,
            where="Left upper arm, back",
            is_drawn=True,
            like="A bruise; 20 mm by 10 mm; colour: purple and blue; shape: fingertips",
            account="“She bangs into things.” Keren, her mother; also there: Lewis",
            said_by="School, 12 Jun: seen",
        ),
        MarkRow(
            number=2,
            where="Right cheek",
            is_drawn=True,
            like="A mark; 8 mm",
            account="None written down",
            said_by="GP, 7 Jul: seen",
        ),
        MarkRow(
            number=3,
            where="Arm",
            is_drawn=False,
            like="Not said",
            account="None written down",
            said_by="Police, 9 Sep: described, not seen",
        ),
    ),
    not_drawn="A mark stands in the table alone where nobody said which side or which drawing.",
)
