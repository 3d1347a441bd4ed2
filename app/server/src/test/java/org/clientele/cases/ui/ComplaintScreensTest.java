package org.clientele.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.Locale;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServiceCase;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.plugin.ui.TestNavigation;
import org.junit.jupiter.api.Test;

/** The way of a complaint, and what its causes cost. */
class ComplaintScreensTest extends CaseScreens {
    @Test
    void shouldLeadThroughAComplaintAndReportItsCause() {
        ServiceCase one = portal.open(CaseType.COMPLAINT, "Rude answer");
        page(one);
        assertThat(text(_get(ComplaintCard.class)))
                .containsSubsequence("Apology", "Remedy", "Root cause", "Cost", "Decision");
        record("Decision");
        assertThat(text(_get(Banner.class))).contains("before the decision");
        page(one);
        record("Apology");
        page(one);
        record("Remedy");
        page(one);
        _click(act("Root cause"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why it happened")), "Nobody was trained");
        _setValue(select("Where the cause lay"), CaseReason.MANAGEMENT);
        _click(button("Record"));
        page(one);
        _click(act("Cost"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("What the cost is made of")), "Voucher");
        _setValue(_get(BigDecimalField.class), new BigDecimal("12.5"));
        _click(button("Record"));
        portal.move(one, CaseState.SOLVED);
        assertThatThrownBy(() -> portal.move(one, CaseState.CLOSED)).hasMessageContaining("undecided");
        page(one);
        record("Decision");
        assertThat(portal.move(one, CaseState.CLOSED).cost()).isEqualTo(1_250);

        TestUi.stop();
        TestUi.start(Locale.ENGLISH);
        CausesView view = new CausesView(
                portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services, portal.causes);
        TestNavigation.open(view, "shop", "v/shop/cases/causes?months=3");
        assertThat(text(view))
                .containsSubsequence("Whole period", "Delivery", "1", "100.0%", "1", "12.50", "All causes");
    }

    private static Button act(String step) {
        return _find(Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").endsWith(": " + step))
                .findFirst()
                .orElseThrow();
    }

    private static void record(String step) {
        _click(act(step));
        _setValue(
                _get(
                        TextArea.class,
                        spec -> spec.withPredicate(area -> !area.getLabel().equals("Notes"))),
                "Done so");
        _click(button("Record"));
    }
}
