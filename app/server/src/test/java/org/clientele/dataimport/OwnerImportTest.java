package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A column that says who looks after each customer. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class OwnerImportTest {
    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;
    private UserDao users;
    private long wang;
    private long chen;

    OwnerImportTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        users = new UserDao(portal.database().jdbi());
        wang = user("wang.fang", "Wang Fang", true);
        chen = user("chen.min", "Chen Min", true);
        user("zhou.lan", "Zhou Lan", false);
        user("li.na", "Li Na", true);
        user("li.na2", "Li Na", true);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldAssignOwnersByLoginAndByNamesThatOnePersonHas() {
        run("customer,name,owner\n1,A,wang.fang\n2,B,CHEN MIN\n3,C,\n4,D,Li.Na\n");

        assertThat(owners()).containsEntry("1", wang).containsEntry("2", chen).containsEntry("3", null);
        assertThat(owners().get("4")).isNotNull();
    }

    @Test
    void shouldImportRowsOfUnknownOwnersWithoutOneAndSayHowMany() {
        run("customer,name,owner\n1,A,wang.fang\n");

        String file = "customer,name,owner\n1,A2,nobody\n2,B,Li Na\n3,C,zhou.lan\n4,D,chen.min\n";
        ImportSummary check = portal.check(portal.upload(file), plan(portal.upload(file)));
        ImportRun run = run(file);

        assertThat(check.unknown()).containsExactly(new UnknownKeys(TargetField.OWNER, 3));
        assertThat(run.unknown()).isEqualTo(check.unknown());
        assertThat(run.counts()).isEqualTo(ImportRun.Counts.of(check));
        assertThat(owners())
                .containsEntry("1", wang)
                .containsEntry("2", null)
                .containsEntry("3", null)
                .containsEntry("4", chen);
    }

    @Test
    void shouldRejectRowsOfUnknownOwnersWhereAskedTo() {
        FileInspection file = portal.upload("customer,name,owner\n1,A,nobody\n2,B,wang.fang\n3,C,\n");
        ImportPlan plan = plan(file).withUnknownOwners(UnknownOwners.REJECT);

        ImportSummary check = portal.check(file, plan);
        ImportRun run = portal.run(file, plan);

        assertThat(check.groups()).singleElement().satisfies(group -> {
            assertThat(group.first().reason()).isEqualTo(Reason.UNKNOWN_OWNER);
            assertThat(group.first().column()).isEqualTo("owner");
            assertThat(group.first().value()).isEqualTo("nobody");
        });
        assertThat(run.counts().rejected()).isEqualTo(1);
        assertThat(owners()).hasSize(2).containsEntry("2", wang).containsEntry("3", null);
    }

    @Test
    void shouldGiveFormerOwnersBackWhenTheImportIsUndone() {
        run("customer,name,owner\n1,A,wang.fang\n2,B,\n3,C,wang.fang\n");
        ImportRun second = run("customer,name,owner\n1,A,chen.min\n2,B,chen.min\n3,C,chen.min\n4,D,chen.min\n");
        assertThat(second.counts().changed()).isEqualTo(3);
        portal.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE customer SET owner_user_id = NULL, version = version + 1 WHERE ref = '3'"));

        portal.undo(second.id());

        assertThat(owners())
                .hasSize(3)
                .containsEntry("1", wang)
                .containsEntry("2", null)
                .containsEntry("3", null);
    }

    @Test
    void shouldFindAFileKnownThatChangesNoOwner() {
        String file = "customer,name,owner\n1,A,wang.fang\n2,B,\n";
        run(file);

        assertThat(run(file).counts().unchanged()).isEqualTo(2);
    }

    @Test
    void shouldTakeTheLastOwnerNamedInAFileOfActivities() {
        FileInspection file = portal.upload(
                "customer,time,amount,owner\n1,2024-01-01,5,wang.fang\n1,2024-01-02,6,chen.min\n1,2024-01-03,7,\n");
        ImportRun run = portal.run(file, PlanProposal.byNames(portal.vertical(), "purchase", file));

        assertThat(run.counts().fresh()).isEqualTo(3);
        assertThat(owners()).containsEntry("1", chen);
    }

    private ImportRun run(String content) {
        FileInspection file = portal.upload(content);
        ImportRun run = portal.run(file, plan(file));
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        return run;
    }

    private ImportPlan plan(FileInspection file) {
        return PlanProposal.byNames(portal.vertical(), ImportPlan.CUSTOMERS, file);
    }

    private Map<String, @Nullable Long> owners() {
        Map<String, @Nullable Long> owners = new HashMap<>();
        portal.database().jdbi().useHandle(handle -> handle.createQuery("SELECT ref, owner_user_id FROM customer")
                .map((row, _) -> Map.entry(row.getString(1), Optional.ofNullable(row.getObject(2, Long.class))))
                .forEach(entry -> owners.put(entry.getKey(), entry.getValue().orElse(null))));
        return owners;
    }

    private long user(String login, String name, boolean here) {
        Set<Grant> grants = here ? Set.of(new Grant(Role.STAFF, "*")) : Set.of();
        return users.insert(login, name, grants, Instant.EPOCH);
    }
}
