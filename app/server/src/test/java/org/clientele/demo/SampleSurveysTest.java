package org.clientele.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.SampleImports.Stored;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.survey.Reply;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyPortal;
import org.clientele.survey.SurveyTally;
import org.clientele.survey.Voice;
import org.junit.jupiter.api.Test;

class SampleSurveysTest {
    private static final int SURELY_ALL = 1_000;

    @Test
    void shouldGiveFiguresThatSaySomethingInTheLanguageOfEachCustomer() throws Exception {
        try (SurveyPortal portal = new SurveyPortal(TestDatabase.Kind.HSQLDB)) {
            List<Stored> customers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                boolean chinese = i % 2 == 0;
                String ref = (chinese ? "zh" : "en") + i;
                customers.add(new Stored(portal.customer(ref).id(), new SampleSet.Person(ref, ref, chinese, false), 1));
            }
            portal.shop.snapshots.reload("shop");
            new SampleSurveys(portal.surveys, portal.past, portal.shop.clock).ask(portal.shop.vertical, customers);

            Survey survey = portal.surveys.all("shop").getFirst();
            SurveyTally whole = portal.figures(survey).whole();
            assertThat(whole.invited()).isEqualTo(150);
            assertThat(whole.answered()).isBetween((long) SurveyTally.FEW, 120L);
            assertThat(whole.nps()).isBetween(0.0, 60.0);
            assertThat(whole.detractors()).isPositive();
            List<Voice> voices = portal.results.voices(portal.shop.vertical, survey.id(), false, SURELY_ALL);
            assertThat(voices).allSatisfy(voice -> {
                boolean chinese = voice.customer().startsWith("zh");
                assertThat(voice.replies().stream().map(Reply::text))
                        .allMatch(text ->
                                text == null || chinese == text.codePoints().anyMatch(Character::isIdeographic));
            });
        }
    }
}
