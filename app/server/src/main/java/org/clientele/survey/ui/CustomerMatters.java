package org.clientele.survey.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.cases.CaseLists;
import org.clientele.interaction.InteractionService;
import org.clientele.plugin.Vertical;
import org.clientele.survey.SurveyAbout;
import org.springframework.stereotype.Component;

/** A customer's last cases and contacts. */
@Component
class CustomerMatters implements Matters {
    private static final int LAST = 5;

    private final CaseLists cases;
    private final InteractionService interactions;

    CustomerMatters(CaseLists cases, InteractionService interactions) {
        this.cases = cases;
        this.interactions = interactions;
    }

    @Override
    public List<Matter> of(Vertical vertical, long customerId, SurveyWords words) {
        List<Matter> matters = new ArrayList<>();
        cases.ofCustomer(vertical.key(), customerId, LAST)
                .forEach(one -> matters.add(new Matter(
                        new SurveyAbout(SurveyAbout.Kind.CASE, String.valueOf(one.number())),
                        one.label() + " · " + one.data().subject())));
        interactions
                .ofCustomer(vertical.key(), customerId, LAST)
                .forEach(one -> matters.add(new Matter(
                        new SurveyAbout(
                                SurveyAbout.Kind.INTERACTION,
                                one.data().happenedAt().toString()),
                        words.day(one.data().happenedAt()) + " · " + one.data().subject())));
        return matters;
    }
}
