package org.clientele.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.persistence.ScoreDao;
import org.clientele.stakeholder.persistence.StakeholderRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class StakeholderRecordsTest {
    private static final long IMPORT = 77;

    private final PartyPortal portal;
    private final StakeholderRecords records;
    private final Vertical shop;

    StakeholderRecordsTest(TestDatabase.Kind kind) {
        portal = new PartyPortal(kind);
        records = new StakeholderRecords(portal.shop.database.jdbi(), new ScoreDao(portal.shop.database.jdbi()));
        shop = portal.shop.vertical;
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private void fill() {
        Stakeholder north = portal.party(Market.SUPPLIER, "North Mill");
        portal.register.change(
                shop,
                north,
                new StakeholderData(
                        Market.SUPPLIER,
                        "North Mill",
                        "a; \"b\"",
                        "goals",
                        Relationship.PROACTIVE,
                        portal.staff,
                        3,
                        PartyPortal.TODAY));
        long id = north.id();
        portal.register.save(shop, id, new PartyContact(NewRow.ID, "Zhao Min", "sales", "555", "z@example.com"));
        portal.register.save(
                shop,
                id,
                new Agreement(
                        NewRow.ID, "Frame", PartyPortal.TODAY, PartyPortal.TODAY.plusYears(1), PartyPortal.TODAY));
        portal.plans.save(shop, id, PlanAction.open("Visit", portal.staff, PartyPortal.TODAY));
        portal.plans.save(shop, id, PlanAction.open("Call", null, PartyPortal.TODAY.plusDays(1)));
        Reminder visit = portal.reminders().until(shop, PartyPortal.TODAY).stream()
                .filter(reminder -> reminder.title().equals("Visit"))
                .findFirst()
                .orElseThrow();
        portal.reminders().end(shop, visit, PlanAction.State.DONE, "done");
        portal.plans.review(shop, portal.register.get(shop, id), Relationship.PARTNERSHIP, "fine", null);
        portal.scores.score(shop, id, Purpose.SELECTION, List.of(5, 3, 2), new Risks(1, 2, 3, 4), "note");
        portal.scores.setCriteria(shop, Purpose.PERIODIC, List.of(new Criterion("price", 100)));
        portal.party(Market.STAFF, "College");
    }

    private List<List<String>> written() {
        List<List<String>> rows = new ArrayList<>();
        records.read(shop.id(), rows::add);
        return rows;
    }

    private void empty() {
        portal.shop.database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM stakeholder");
            handle.execute("DELETE FROM stakeholder_criterion");
        });
    }

    /** Stores after every so many rows. */
    private int restore(List<List<String>> rows, int piece) throws UnfitRowException {
        VerticalRecords.Restoring restoring = records.restoring(
                shop.id(), new KnownNames(Map.of(), Map.of("li.na", portal.manager, "wang.wei", portal.staff)));
        int fresh = 0;
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 0; column < records.columns().size(); column++) {
                cells.put(records.columns().get(column), rows.get(i).get(column));
            }
            fresh += restoring.take(new RecordRow(column -> cells.getOrDefault(column, ""))) ? 1 : 0;
            if ((i + 1) % piece == 0) {
                restoring.flush(IMPORT);
            }
        }
        restoring.flush(IMPORT);
        return fresh;
    }

    @Test
    void shouldBringEverythingBackWhereverTheRowsAreCut() throws Exception {
        fill();
        List<List<String>> before = written();
        assertThat(before).hasSize(10);
        for (int piece : new int[] {1, 3, 100}) {
            empty();
            assertThat(restore(before, piece)).isEqualTo(before.size());
            assertThat(written()).isEqualTo(before);
        }
    }

    @Test
    void shouldLeaveWhatIsHereAsItIs() throws Exception {
        fill();
        List<List<String>> before = written();
        assertThat(restore(before, 100)).isZero();
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void shouldTakeBackWhatNobodyChangedSince() throws Exception {
        fill();
        List<List<String>> before = written();
        empty();
        restore(before, 100);
        long north = portal.register
                .page(shop, StakeholderQuery.ALL.withSearch("north"), 0, 1)
                .getFirst()
                .party()
                .id();
        portal.plans.note(shop, north, "changed here");
        while (records.takeBack(IMPORT) > 0) {
            assertThat(written()).isNotEmpty();
        }
        assertThat(portal.register.page(shop, StakeholderQuery.ALL, 0, 9))
                .extracting(standing -> standing.party().data().name())
                .containsExactly("North Mill");
        assertThat(portal.scores.criteria(shop, Purpose.PERIODIC)).isEqualTo(Criterion.usual(Purpose.PERIODIC));
    }

    /** Everything that somebody may do to a party of that number. */
    private Map<String, LongConsumer> changes() {
        Map<String, LongConsumer> changes = new LinkedHashMap<>();
        changes.put("core data", id -> {
            Stakeholder seen = portal.register.get(shop, id);
            portal.register.change(shop, seen, seen.data().withReview(Relationship.BASIC, PartyPortal.TODAY));
        });
        changes.put(
                "contact",
                id -> portal.register.save(shop, id, new PartyContact(NewRow.ID, "Sun Li", "", "", "sun@example.com")));
        changes.put(
                "contact erased",
                id -> portal.register.eraseContact(
                        shop, id, portal.register.contacts(shop, id).getFirst().id()));
        changes.put(
                "agreement",
                id -> portal.register.save(
                        shop, id, new Agreement(NewRow.ID, "Bonus", PartyPortal.TODAY, PartyPortal.TODAY, null)));
        changes.put(
                "agreement deleted",
                id -> portal.register.deleteAgreement(
                        shop, id, portal.register.agreements(shop, id).getFirst()));
        changes.put("action", id -> portal.plans.save(shop, id, PlanAction.open("Dinner", null, PartyPortal.TODAY)));
        changes.put(
                "action deleted",
                id -> portal.plans.delete(
                        shop, id, portal.plans.actions(shop, id).getFirst()));
        changes.put("note", id -> portal.plans.note(shop, id, "called"));
        changes.put(
                "review",
                id -> portal.plans.review(shop, portal.register.get(shop, id), Relationship.PROACTIVE, "well", null));
        changes.put(
                "score",
                id -> portal.scores.score(shop, id, Purpose.SELECTION, List.of(4, 4, 4), new Risks(1, 1, 1, 1), ""));
        changes.put(
                "score deleted",
                id -> portal.scores.delete(shop, portal.scores.of(shop, id).getFirst()));
        changes.put("action done", id -> portal.reminders().end(shop, action(), PlanAction.State.DONE, ""));
        changes.put(
                "action put off", id -> portal.reminders().postpone(shop, action(), PartyPortal.TODAY.plusDays(5), ""));
        changes.put("action handed over", id -> portal.reminders().handOver(shop, action(), portal.manager, ""));
        return changes;
    }

    private Reminder action() {
        return portal.reminders().until(shop, PartyPortal.TODAY.plusDays(1)).stream()
                .filter(reminder -> reminder.kind() == Reminder.Kind.ACTION)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldLeaveAPartyWhateverWasDoneToItWhenItsImportIsTakenBack() throws Exception {
        fill();
        List<List<String>> before = written();
        for (Map.Entry<String, LongConsumer> change : changes().entrySet()) {
            empty();
            restore(before, 100);
            change.getValue()
                    .accept(portal.register
                            .page(shop, StakeholderQuery.ALL.withSearch("north"), 0, 1)
                            .getFirst()
                            .party()
                            .id());
            List<List<String>> built = written();
            while (records.takeBack(IMPORT) > 0) {
                assertThat(written()).isNotEmpty();
            }
            assertThat(written())
                    .as(change.getKey())
                    .isEqualTo(built.stream()
                            .filter(row -> row.getFirst().equals("party North Mill"))
                            .toList());
        }
    }

    @Test
    void shouldNameTheColumnThatIsNotAsWritten() {
        fill();
        List<String> party = new ArrayList<>(written().get(1));
        party.set(records.columns().indexOf("choice"), "MARS");
        assertThatThrownBy(() -> restore(List.of(party), 1)).isInstanceOf(UnfitRowException.class);
        List<String> alone = written().get(2);
        assertThatThrownBy(() -> restore(List.of(alone), 1)).isInstanceOf(UnfitRowException.class);
    }
}
