package org.clientele.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class StakeholdersTest {
    private static final LocalDate TODAY = PartyPortal.TODAY;

    private final PartyPortal portal;
    private final Stakeholders register;
    private final Vertical shop;

    StakeholdersTest(TestDatabase.Kind kind) {
        portal = new PartyPortal(kind);
        register = portal.register;
        shop = portal.shop.vertical;
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private List<String> names(StakeholderQuery asked) {
        return register.page(shop, asked, 0, 10).stream()
                .map(standing -> standing.party().data().name())
                .toList();
    }

    @Test
    void shouldListByMarketAndNamePageByPage() {
        portal.party(Market.SUPPLIER, "North Mill");
        portal.party(Market.SUPPLIER, "100%_pure");
        portal.party(Market.GOVERNMENT, "City of Northampton");
        assertThat(names(StakeholderQuery.ALL)).containsExactly("100%_pure", "City of Northampton", "North Mill");
        assertThat(names(StakeholderQuery.ALL.withMarket(Market.SUPPLIER))).containsExactly("100%_pure", "North Mill");
        assertThat(names(StakeholderQuery.ALL.withSearch("NORTH")))
                .containsExactly("City of Northampton", "North Mill");
        assertThat(names(StakeholderQuery.ALL.withSearch("%_"))).containsExactly("100%_pure");
        assertThat(register.page(shop, StakeholderQuery.ALL, 1, 1)).hasSize(1);
        assertThat(register.count(shop, StakeholderQuery.ALL.withSearch("north").withMarket(Market.SUPPLIER)))
                .isEqualTo(1);
    }

    @Test
    void shouldKeepWhatIsEditedAndRefuseAChangeOfSomethingElse() {
        Stakeholder seen = portal.party(Market.DISTRIBUTOR, "East Trade");
        StakeholderData data = new StakeholderData(
                Market.DISTRIBUTOR,
                " East Trading ",
                "agent",
                "two more shops",
                Relationship.PROACTIVE,
                portal.staff,
                3,
                TODAY.plusMonths(3));
        register.change(shop, seen, data);
        Stakeholder now = register.get(shop, seen.id());
        assertThat(now.data()).isEqualTo(data);
        assertThat(now.data().name()).isEqualTo("East Trading");
        assertThat(now.owner()).isEqualTo("Wang Wei");
        assertThatThrownBy(() -> register.change(shop, seen, data)).isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldRefuseAPartyWithoutNameTwiceOrWithoutRights() {
        portal.party(Market.SUPPLIER, "North Mill");
        assertThatThrownBy(() -> portal.party(Market.COMPETITOR, "North Mill"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("stakeholder.problem.taken"));
        assertThatThrownBy(() -> portal.party(Market.SUPPLIER, " ")).isInstanceOf(Problem.class);
        portal.become(portal.staff, Role.STAFF);
        assertThat(names(StakeholderQuery.ALL)).containsExactly("North Mill");
        assertThatThrownBy(() -> portal.party(Market.SUPPLIER, "South Mill")).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldEraseAContactWithoutATraceOfThePerson() {
        Stakeholder party = portal.party(Market.SUPPLIER, "North Mill");
        register.save(shop, party.id(), new PartyContact(NewRow.ID, "Zhao Min", "sales", "555", "z@example.com"));
        PartyContact stored = register.contacts(shop, party.id()).getFirst();
        register.save(shop, party.id(), new PartyContact(stored.id(), "Zhao Min", "head of sales", "", ""));
        assertThat(register.contacts(shop, party.id()))
                .containsExactly(new PartyContact(stored.id(), "Zhao Min", "head of sales", "", ""));

        register.eraseContact(shop, party.id(), stored.id());

        assertThat(register.contacts(shop, party.id())).isEmpty();
        assertThat(portal.shop.audit.actions())
                .contains("stakeholder.contact.erase stakeholder " + party.id())
                .noneMatch(line -> line.contains("Zhao"));
        assertThatThrownBy(() -> register.eraseContact(shop, party.id(), stored.id()))
                .isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldKeepAgreementsWithSoundDaysAndPutADeletedOneBack() {
        long party = portal.party(Market.SUPPLIER, "North Mill").id();
        Agreement frame = new Agreement(NewRow.ID, "Frame contract", TODAY, TODAY.plusYears(1), TODAY.plusMonths(10));
        register.save(shop, party, frame);
        Agreement stored = register.agreements(shop, party).getFirst();
        assertThat(stored).usingRecursiveComparison().ignoringFields("id").isEqualTo(frame);
        Runnable back = register.deleteAgreement(shop, party, stored);
        assertThat(register.agreements(shop, party)).isEmpty();
        back.run();
        assertThat(register.agreements(shop, party)).hasSize(1);
        Stream.of(
                        new Agreement(NewRow.ID, "", TODAY, null, null),
                        new Agreement(NewRow.ID, "ends first", TODAY, TODAY.minusDays(1), null),
                        new Agreement(NewRow.ID, "never ends", TODAY, null, TODAY))
                .forEach(unsound -> assertThatThrownBy(() -> register.save(shop, party, unsound))
                        .isInstanceOf(Problem.class));
    }

    @Test
    void shouldTellTheHealthOfEachPartyOfAPage() {
        long party = portal.party(Market.SUPPLIER, "North Mill").id();
        portal.party(Market.SUPPLIER, "South Mill");
        register.save(shop, party, new Agreement(NewRow.ID, "Frame", TODAY.minusDays(9), TODAY.plusDays(20), null));
        assertThat(register.page(shop, StakeholderQuery.ALL, 0, 10))
                .extracting(PartyStanding::health)
                .containsExactly(new Health(null, null, 50, null), new Health(null, null, null, null));
    }

    @Test
    void shouldDeleteAPartyWithAllThatHangsOnIt() {
        long party = portal.party(Market.SUPPLIER, "North Mill").id();
        register.save(shop, party, new PartyContact(NewRow.ID, "Zhao Min", "", "", ""));
        register.save(shop, party, new Agreement(NewRow.ID, "Frame", TODAY, null, null));
        register.delete(shop, party);
        assertThat(register.count(shop, StakeholderQuery.ALL)).isZero();
        assertThatThrownBy(() -> register.get(shop, party)).isInstanceOf(Problem.class);
    }
}
