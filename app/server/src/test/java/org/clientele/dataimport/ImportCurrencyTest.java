package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an import does to the one currency of a vertical. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ImportCurrencyTest {
    private static final String PURCHASES = """
            customer,time,amount,invoice,product,quantity,country
            007,2024-01-31 10:00,12.50,A1,Cup,1,France
            007,2024-01-31 10:00,12.50,A1,Cup,1,
            010,2024-02-01,-3.005,A2,Saucer,2,Italy
            """;

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;

    ImportCurrencyTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldSwitchTheCurrencyOnlyWhileThereIsNoMoney() {
        FileInspection file = portal.upload(PURCHASES);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);
        portal.run(file, plan.withCurrency("JPY"));
        assertThat(portal.vertical().currency()).isEqualTo("JPY");
        assertThat(portal.count("SELECT sum(%s) FROM %s".formatted(portal.column("amount"), portal.purchases())))
                .isEqualTo(13 + 13 - 3);

        FileInspection again = portal.upload(PURCHASES);
        assertThatThrownBy(() -> portal.imports()
                        .start(portal.vertical(), again, plan.withCurrency("EUR"), ImportFixture.WORDING))
                .isInstanceOf(Problem.class)
                .extracting(problem -> List.of(((Problem) problem).arguments()))
                .isEqualTo(List.of("JPY", "EUR"));
    }

    @Test
    void shouldGiveTheCurrencyBackWhenTheImportThatChangedItIsUndone() {
        String before = portal.vertical().currency();
        FileInspection file = portal.upload(PURCHASES);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);
        ImportRun run = portal.run(file, plan.withCurrency("JPY"));
        assertThat(portal.imports().currencyAfterUndo(portal.vertical(), run.id()))
                .contains(before);

        portal.imports().undo(portal.vertical(), run.id());

        assertThat(portal.finished(run.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(portal.vertical().currency()).isEqualTo(before);
    }

    @Test
    void shouldKeepTheCurrencyWhileOtherMoneyIsStoredInIt() {
        FileInspection file = portal.upload(PURCHASES);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file).withCurrency("JPY");
        ImportRun first = portal.run(file, plan);
        FileInspection other = portal.upload(PURCHASES.replace("2024", "2023"));
        ImportRun second = portal.run(other, plan);
        assertThat(second.counts().fresh()).isPositive();
        assertThat(portal.imports().currencyAfterUndo(portal.vertical(), second.id()))
                .isEmpty();

        portal.imports().undo(portal.vertical(), first.id());

        assertThat(portal.finished(first.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(portal.vertical().currency()).isEqualTo("JPY");
    }
}
