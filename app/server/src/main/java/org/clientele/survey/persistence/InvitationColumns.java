package org.clientele.survey.persistence;

import java.util.List;
import org.clientele.plugin.records.RecordKind;

/** Columns of the file with invitations; which are filled follows from the part. */
final class InvitationColumns {
    static final String RECORD = RecordKind.SURVEY_INVITATIONS.firstColumn();
    static final String PART = "part";

    /** The survey's record. */
    static final String SURVEY = "survey";

    static final String CUSTOMER = "customer";

    /** What the portal knows the link by; the link cannot be told from it. */
    static final String LINK = "link";

    static final String ABOUT = "about";
    static final String ABOUT_KEY = "about-key";
    static final String INVITED_BY = "invited-by";
    static final String INVITED = "invited";
    static final String EXPIRES = "expires";
    static final String ANSWERED = "answered";
    static final String BY_STAFF = "by-staff";
    static final String NPS = "nps";
    static final String CSAT = "csat";
    static final String DUE = "work-due";
    static final String OWNER = "work-owner";
    static final String DONE = "work-done";

    /** The question's place, from 0. */
    static final String QUESTION = "question";

    static final String NUMBER = "number";
    static final String TEXT = "text";

    static final List<String> ALL = List.of(
            RECORD,
            PART,
            SURVEY,
            CUSTOMER,
            LINK,
            ABOUT,
            ABOUT_KEY,
            INVITED_BY,
            INVITED,
            EXPIRES,
            ANSWERED,
            BY_STAFF,
            NPS,
            CSAT,
            DUE,
            OWNER,
            DONE,
            QUESTION,
            NUMBER,
            TEXT);

    /** What a row says; {@link #ASKED} first. */
    enum Part {
        ASKED,
        ANSWER
    }

    private InvitationColumns() {}
}
