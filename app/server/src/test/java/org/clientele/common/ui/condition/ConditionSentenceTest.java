package org.clientele.common.ui.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.TestVertical;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.definition.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionSentenceTest {
    private final Vertical vertical = TestVertical.unstored();

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() {
        TestUi.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            monetary >= 12.5                                   ; Spent is at least ¥12.50
            100 < monetary                                     ; Spent is more than ¥100
            city == "York" && monetary < 5                     ; City is York and Spent is less than ¥5
            city == "York" || !missing(city)                   ; City is York or City is known
            (city == "A" || city == "B") && monetary > 1       ; (City is A or City is B) and Spent is more than ¥1
            city in ["A", "B"]                                 ; City is A or B
            segment_pyramid == "gold"                          ; Pyramid is Gold
            missing(segment_pyramid)                           ; Pyramid is not known
            !(monetary > 3)                                    ; not: Spent is more than ¥3
            true                                               ; always
            city != "York"                                     ; City is not York
            city.startsWith("Yo")                              ; City begins with “Yo”
            """)
    void shouldPutConditionsIntoWords(String condition, String sentence) {
        assertThat(sentence(Locale.ENGLISH).of(condition)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
            changed(segment_pyramid, 30)                  @ Pyramid changed (last 30 days)
            changed_to(segment_pyramid, "gold", 1)        @ Pyramid changed to Gold (on the as-of day)
            changed_from(segment_pyramid, "gold", 9)      @ Pyramid changed from Gold (last 9 days)
            changed(segment_pyramid, "gold", "iron", 90)  @ Pyramid changed from Gold to Iron (last 90 days)
            changed_to(gender, "male", 30)                @ Gender changed to Male (last 30 days)
            changed(member, true, false, 1)               @ Member changed from Yes to No (on the as-of day)
            days_in(segment_pyramid) >= 180               @ days in present “Pyramid” is at least 180
            count(purchase) > 2                           @ number of “Purchase” is more than 2
            count(purchase, 90) >= 3                      @ number of “Purchase” (last 90 days) is at least 3
            count(purchase, 1, purchase.online) == 1      @ number of “Purchase” (on the as-of day; Online: Yes) is 1
            sum(purchase.amount, 30) < 12.5               @ sum of “Purchase: Amount” (last 30 days) is less than ¥12.50
            count(purchase, 1200, purchase.amount > 5 || purchase.days_ago > 9) > frequency @ number of “Purchase” (last 1,200 days; Amount is more than ¥5 or days ago is more than 9) is more than Purchases
            """)
    void shouldPutActivitiesIntoWords(String condition, String sentence) {
        assertThat(sentence(Locale.ENGLISH).of(condition)).isEqualTo(sentence);
    }

    @Test
    void shouldSpeakChinese() {
        TestUi.stop();
        TestUi.start(Locale.SIMPLIFIED_CHINESE);

        assertThat(sentence(Locale.SIMPLIFIED_CHINESE).of("city == \"York\" && missing(city)"))
                .isEqualTo("City为 York，且City未知");
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE).of("changed(segment_pyramid, \"gold\", \"iron\", 90)"))
                .isEqualTo("Pyramid由Gold变为Iron（近 90 天）");
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE).of("changed_to(member, true, 7)"))
                .isEqualTo("Member变为是（近 7 天）");
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE).of("count(purchase, 90, purchase.amount > 5) >= 3"))
                .isEqualTo("“Purchase”次数（近 90 天；Amount超过 ¥5）不低于 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
            count(purchase)                                          @ number of “Purchase”
            count(purchase, 90)                                      @ number of “Purchase” (last 90 days)
            count(purchase, 90, purchase.amount > 5)                 @ number of “Purchase” (last 90 days; Amount > 5)
            sum(purchase.amount, 30)                                 @ sum of “Purchase: Amount” (last 30 days)
            days_in(segment_pyramid)                                 @ days in present “Pyramid”
            changed_to(segment_pyramid, "gold", 30)                  @ Pyramid changed to Gold (last 30 days)
            changed_from(gender, "male", 30)                         @ Gender changed from Male (last 30 days)
            changed_to(member, true, 30)                             @ Member changed to Yes (last 30 days)
            changed(segment_pyramid, "gold", "iron", 30)             @ Pyramid changed from Gold to Iron (last 30 days)
            monetary / frequency                                     @ Spent / Purchases
            count(purchase, 90) - count(purchase, 30)                @ count(Purchase, 90) - count(Purchase, 30)
            """)
    void shouldNameWhatReasonsCompare(String subject, String name) {
        VerticalFormats formats =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), Locale.ENGLISH);
        assertThat(formats.name(subject)).isEqualTo(name);
    }

    @Test
    void shouldRefuseWhatIsNoCondition() {
        assertThatThrownBy(() -> sentence(Locale.ENGLISH).of("nonsense(")).isInstanceOf(IllegalArgumentException.class);
    }

    private ConditionSentence sentence(Locale locale) {
        VerticalFormats formats =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
        return new ConditionSentence(
                UI.getCurrent(), vertical.definition(), formats, 2, Scope.member(vertical.definition()));
    }
}
