package org.clientele.survey.ui;

import java.util.List;
import org.clientele.plugin.Vertical;
import org.clientele.survey.SurveyAbout;

/** What a customer can be asked about besides everything. */
@FunctionalInterface
interface Matters {
    /** The last ones, with the words for them. */
    List<Matter> of(Vertical vertical, long customerId, SurveyWords words);

    /** A matter with the words for it. */
    record Matter(SurveyAbout about, String name) {}
}
