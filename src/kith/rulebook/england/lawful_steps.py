"""What the law lets the front door do: whose agreement each step needs, and what there is where it is refused."""

from kith.grammar.closed_lists import LawfulStep, by_code

LAWFUL_STEPS = by_code(
    [
        LawfulStep(
            code="share",
            what="Ask other agencies what they know, and tell them",
            needs="Nobody’s agreement, where a child is at risk or may be. Tell the family what you do and why, unless that would put somebody in danger.",
            if_refused="An agency that does not tell says why, and that is kept.",
            cited="DfE information sharing advice 2024, read in summaries; DPA 2018 Schedule 1 paragraph 18 [GK]",
            duty="information_sharing",
            then=LawfulStep(
                code="share",
                what="Ask other agencies what they know, and tell them",
                needs="Nobody’s agreement. An agency must tell what it holds and considers relevant to a child’s safety or welfare, so far as that may help the other in its own work. Tell the family what you do and why, unless that would put somebody in danger.",
                if_refused="An agency may hold back only what would harm this child more by being told than by not being told. It says so, and that is kept.",
                cited="Children Act 2004, section 16LA, inserted by the Children’s Wellbeing and Schools Act 2026, section 4 [GK]",
            ),
        ),
        LawfulStep(
            code="help",
            what="Family help, or an assessment of need (section 17)",
            needs="A parent’s agreement.",
            if_refused="Declining help is not itself harm. Ask whether what is known gives reasonable cause for section 47.",
            cited="Children Act 1989, section 17 [GK]",
        ),
        LawfulStep(
            code="section_47",
            what="A strategy discussion, and an enquiry under section 47",
            needs="Nobody’s agreement, where there is reasonable cause to suspect significant harm. Other agencies must help with it (section 47(9)).",
            if_refused="Where the child may not be seen: a child assessment order or an emergency protection order. Ask for legal advice the same day.",
            cited="Children Act 1989, sections 43, 44 and 47 [GK]",
        ),
        LawfulStep(
            code="medical",
            what="A medical examination",
            needs="The agreement of any one person with parental responsibility, or of a child who understands. A child who understands may refuse.",
            if_refused="A court may direct it: an order by itself does not. Ask for legal advice the same day.",
            cited="Local procedures (Leeds, Milton Keynes), read in summaries; Children Act 1989, sections 43 and 44 [GK]",
        ),
        LawfulStep(
            code="go_in",
            what="Go into the home",
            needs="The agreement of whoever lives there.",
            if_refused="The police may go in to save life or limb.",
            cited="Police and Criminal Evidence Act 1984, section 17(1)(e) [GK]",
        ),
        LawfulStep(
            code="keep_safe",
            what="Keep the child somewhere safe tonight",
            needs="A parent’s agreement (section 20).",
            if_refused="A constable’s own power, 72 hours at most (section 46), or an emergency protection order (section 44).",
            cited="Children Act 1989, sections 20, 44 and 46 [GK]",
        ),
    ]
)
