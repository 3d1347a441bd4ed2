package org.clientele.common.ui.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.common.ui.condition.Completion.Proposal;
import org.clientele.customer.TestVertical;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.definition.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private final Vertical vertical = TestVertical.unstored();
    private ConditionSubjects fields;

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
        VerticalFormats formats =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), Locale.ENGLISH);
        fields = ConditionSubjects.of(vertical.definition(), formats, Set.of())
                .within(Scope.member(vertical.definition()), vertical.definition(), formats, UI.getCurrent());
    }

    @AfterEach
    void stop() {
        TestUi.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
            mone                                          @ monetary
            spent                                         @ monetary
            cou                                           @ count(
            count(                                        @ purchase
            sum(                                          @ purchase.amount
            count(purchase, 90, purchase.on               @ purchase.online
            changed_to(                                   @ segment_pyramid
            changed_to(segment_pyramid, "                 @ "gold"
            changed(segment_pyramid, "gold", "            @ "gold"
            segment_pyramid == "g                         @ "gold"
            segment_pyramid in ["gold", "i                @ "iron"
            gender != "                                   @ "female"
            monetary                                      @ >=
            monetary > 5 && (recency < 9 || fre           @ frequency
            """)
    void shouldOfferWhatFitsAtTheCursor(String typed, String expected) {
        String text = expected.equals(">=") ? typed + " " : typed;
        assertThat(at(text, text.length()))
                .first()
                .extracting(proposal -> proposal.text().strip())
                .isEqualTo(expected);
    }

    @Test
    void shouldWriteInTheMiddleOfAText() {
        String typed = "mone > 5";
        Proposal monetary = at(typed, 4).getFirst();
        assertThat(monetary.in(typed, 4)).isEqualTo("monetary > 5");
        assertThat(monetary.caret(4)).isEqualTo(8);
    }

    @Test
    void shouldOfferNothingWhereAnythingMayStand() {
        assertThat(at("city == \"Y", 10)).isEmpty();
        assertThat(at("monetary > ", 11)).isEmpty();
    }

    private List<Proposal> at(String typed, int caret) {
        return Completion.at(typed, caret, fields);
    }
}
