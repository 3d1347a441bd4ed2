package org.clientele.survey.ui;

import java.time.Clock;
import org.clientele.common.Announcements;
import org.clientele.survey.Answering;
import org.clientele.survey.Invitations;
import org.clientele.survey.SegmentInvitations;
import org.clientele.survey.SurveyResults;
import org.clientele.survey.Surveys;
import org.springframework.stereotype.Component;

/** What the screens of surveys ask. */
@Component
record SurveyServices(
        Surveys surveys,
        SurveyResults results,
        Invitations invitations,
        SegmentInvitations asking,
        Answering answering,
        Matters matters,
        Announcements announcements,
        Clock clock) {}
