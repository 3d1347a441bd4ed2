package org.clientele.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.industry.Industry.given;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators and suppliers ask alike: who looks after a customer, why one was lost, whether keeping one pays. */
class ServiceChecksTest {
    @ParameterizedTest
    @CsvSource({
        "telecom, member_type=business, NOT_RECORDED",
        "telecom, member_type=business; representative=NR-0001, MET",
        "telecom, member_type=public, NOT_CONCERNED",
        "utilities, voltage=high, NOT_RECORDED",
        "utilities, voltage=high; representative=CR-0001, MET",
        "utilities, voltage=low, NOT_CONCERNED"
    })
    void shouldAskForARepresentative(String industry, String attributes, String state) {
        assertState(industry, attributes, "representative_named", state);
    }

    @ParameterizedTest
    @CsvSource({
        "telecom, churned=true, NOT_RECORDED",
        "telecom, churned=true; loss_reason=price, MET",
        "telecom, churned=false, NOT_CONCERNED",
        "utilities, churned=true, NOT_RECORDED",
        "utilities, churned=true; loss_reason=service, MET",
        "utilities, churned=false, NOT_CONCERNED"
    })
    void shouldAskForTheReasonOfALoss(String industry, String attributes, String state) {
        assertState(industry, attributes, "loss_reason_known", state);
    }

    /** A hundred a month are 1,200 a year. */
    @ParameterizedTest
    @CsvSource({
        "telecom, churned=false; monthly_charges=100, 1199.99, MET",
        "telecom, churned=false; monthly_charges=100, 1200, MET",
        "telecom, churned=false; monthly_charges=100, 1200.01, NOT_MET",
        "telecom, churned=false; monthly_charges=100, '', NOT_CONCERNED",
        "telecom, churned=true; monthly_charges=100, 1300, NOT_CONCERNED",
        "utilities, churned=false; net_margin=500, 499.99, MET",
        "utilities, churned=false; net_margin=500, 500, MET",
        "utilities, churned=false; net_margin=500, 500.01, NOT_MET",
        "utilities, churned=false; net_margin=500, '', NOT_CONCERNED",
        "utilities, churned=true; net_margin=500, 600, NOT_CONCERNED"
    })
    void shouldCompareTheCostToKeepWithWhatIsLost(String industry, String attributes, String cost, String state) {
        assertState(industry, attributes + ";" + given("keeping_cost", cost), "worth_keeping", state);
    }

    private static void assertState(String industry, String attributes, String check, String state) {
        assertThat(Industry.of(industry).customer(attributes).judge().check(check))
                .hasToString(state);
    }
}
