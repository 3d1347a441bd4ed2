package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.strategy.TaskPortal.TODAY;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.Job;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportFixture;
import org.clientele.dataimport.SampleImports;
import org.clientele.dataimport.sample.SampleData;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.VerticalReader;
import org.clientele.segment.ShopPortal;
import org.clientele.worklist.WorkQuery;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strategies that the bundled industries bring, carried out for the customers of their own samples. */
class TasksOfIndustriesTest {
    private static final int DIGITS = 2;
    private static final int WEEKS = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"retail, HSQLDB", "telecom, HSQLDB", "utilities, HSQLDB", "realestate, HSQLDB", "realestate, POSTGRESQL"
    })
    void shouldTurnTheStrategiesOfAnIndustryIntoTasksForItsSample(String industry, TestDatabase.Kind kind)
            throws Exception {
        VerticalReader.Result.Valid read = VerticalFixture.read(industry);
        VerticalDefinition definition = read.definition();
        try (ShopPortal shop = ShopPortal.of(kind, definition, read.texts())) {
            TaskPortal portal = TaskPortal.over(shop);
            portal.staff(2);
            fill(shop, definition);
            shop.snapshots.reload(industry);
            shop.recompute.store(shop.snapshot(), () -> false);
            assertThat(definition.strategies())
                    .as("strategies that ask for nothing in eight weeks though their segment has members")
                    .filteredOn(TasksOfIndustriesTest::isSoon)
                    .extracting(TreatmentOrder::segment)
                    .filteredOn(segment -> isSilent(portal.runs.load(shop.snapshot(), segment)))
                    .isEmpty();
            definition.strategies().forEach(each -> portal.runs.start(industry, TreatmentOrder.segment(each)));

            TaskMaking.Made made = portal.making.run(industry);
            List<Task> tasks = portal.tasks.open(
                    industry,
                    new WorkQuery(WorkQuery.Whose.EVERYBODY, null, TODAY.plusYears(1), null),
                    made.made() + 1);

            assertThat(tasks).hasSize(made.made()).hasSizeGreaterThan(20);
            assertAsDefined(definition, tasks);
            assertThat(portal.node().run(industry)).as("made once").isEqualTo(TaskMaking.Made.NOTHING);
        }
    }

    private void fill(ShopPortal shop, VerticalDefinition definition) {
        SampleSet set = SampleData.make(definition, DIGITS, TODAY);
        Job job = new ImportFixture(shop.database, folder, shop.verticals, definition.id())
                .samples()
                .start(shop.vertical, new SampleImports.Filling(set, List.of(1L), stored -> {}));
        ImportFixture.await(() -> job.state() != Job.State.RUNNING);
    }

    private static void assertAsDefined(VerticalDefinition definition, List<Task> tasks) {
        Map<TaskPlay, PlayDefinition> plays = new HashMap<>();
        for (StrategyDefinition strategy : definition.strategies()) {
            strategy.plays()
                    .forEach(play -> plays.put(new TaskPlay(TreatmentOrder.segment(strategy), play.id()), play));
        }
        Set<List<Object>> once = new HashSet<>();
        assertThat(tasks).allSatisfy(task -> {
            PlayDefinition play = Objects.requireNonNull(plays.get(task.play()), "a play of the industry");
            assertThat(task.dueOn()).isAfterOrEqualTo(TODAY);
            assertThat(once.add(List.of(task.customerId(), task.play()))).isTrue();
            if (play.owner() == PlayDefinition.Owner.TEAM) {
                assertThat(task.ownerId()).isEqualTo(2);
            }
        });
    }

    /** Whether a play comes within eight weeks of entering the segment. */
    private static boolean isSoon(StrategyDefinition strategy) {
        return strategy.plays().stream()
                .anyMatch(play -> play.from() == PlayDefinition.From.ENTRY && play.afterDays() < WEEKS * 7);
    }

    private static boolean isSilent(StrategyRuns.Load load) {
        return load.treated() > 0 && load.total() == 0;
    }
}
