package org.clientele.plugin.records;

import java.util.Arrays;
import java.util.Optional;

/** What people do in a vertical and want back with its data; written, and to be imported, in the order of the {@link #file}s' names. */
public enum RecordKind {
    /** The log of contacts with what each said before it was edited. */
    INTERACTIONS("interactions"),
    /** Cases with all that was done and belongs to them; after the contacts. */
    CASES("cases"),
    /** The files of cases; after the cases. */
    CASE_FILES("case-files"),
    /** What is promised for cases, and when the house works. */
    CASE_POLICY("case-policy"),
    /** Matters that run or ran through a workflow, with every step. */
    WORKFLOWS("workflows"),
    /** Lists of customers that people keep under a name. */
    VIEWS("views"),
    /** What attributes of few values were before they changed. */
    ATTRIBUTE_CHANGES("attribute-changes"),
    /** What was said about work when it was done, put off or handed over. */
    WORK_NOTES("work-notes"),
    /** What customers allow, with everything they said before. */
    CONSENTS("consents"),
    /** That somebody was erased, when and by whom. */
    ERASURES("erasures"),
    /** What customers earned and what became of it; before the programme, so that nothing is earned twice. */
    POINTS("points"),
    /** How customers earn points, their tiers and their rewards. */
    PROGRAMME("programme"),
    /** What customers are asked. */
    SURVEYS("surveys"),
    /** Who was asked and what they answered; after the surveys. */
    SURVEY_INVITATIONS("survey-invitations"),
    /** Customers who were lost, when and why. */
    LOSSES("losses"),
    /** What it costs to keep a customer. */
    KEEPING_COST("keeping-cost"),
    /** Parties of the other five markets with their plans and scores, and by what they are judged. */
    STAKEHOLDERS("stakeholders"),
    /** Inputs and targets of the market development board. */
    MARKET("market"),
    /** Guides as consultants worded them, with every wording before. */
    GUIDES("guides"),
    /** Articles with every version. */
    ARTICLES("articles"),
    /** Models that consultants made. */
    OWN_MODELS("own-models"),
    /** Models as consultants set them, with every version. */
    MODELS("models"),
    /** What is being edited in the studio, and whether somebody else approves it. */
    STUDIO("studio"),
    /** Strategies as consultants wrote them, with every version. */
    STRATEGIES("strategies"),
    /** Strategies that are being written. */
    STRATEGY_DRAFTS("strategy-drafts"),
    /** Since when customers meet the conditions of strategies; before the strategies run. */
    STRATEGY_ENTRIES("strategy-entries"),
    /** How often customers are contacted and when not, and who is kept untreated. */
    STRATEGY_SETTINGS("strategy-settings"),
    /** Who takes part in measurements of strategies, and who is kept untreated. */
    ENROLMENTS("enrolments"),
    /** What is and was to be done for customers. */
    TASKS("tasks"),
    /** The strategies that run, and their order; after the tasks, so that none is made twice. */
    TREATMENTS("treatments");

    private final String id;

    RecordKind(String id) {
        this.id = id;
    }

    /** The kind of the {@link org.clientele.plugin.ContentCount} that counts them; also in the name of their file. */
    public String id() {
        return id;
    }

    public static Optional<RecordKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** The name of their file, without its ending: files are imported in the order of their names, and some point to others. */
    public String file() {
        return switch (this) {
            case CASES, SURVEY_INVITATIONS -> "5-" + id;
            case CASE_FILES -> "6-" + id;
            default -> "4-" + id;
        };
    }

    /** The first column of their file, which tells the records apart and says what the file holds. */
    public String firstColumn() {
        return id + ":record";
    }
}
