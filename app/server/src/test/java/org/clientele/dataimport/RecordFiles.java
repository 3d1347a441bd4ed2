package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clientele.dataimport.ImportRun.Counts;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.plugin.VerticalFixture;

/** Files that an export wrote, to be imported again; and the people and customers whom they name. */
final class RecordFiles {
    private final ImportFixture portal;

    RecordFiles(ImportFixture portal) {
        this.portal = portal;
    }

    /** As the wizard proposes; the check says what the import does. */
    ImportRun bringBack(Map<String, String> files, String name) {
        FileInspection file = portal.upload(Objects.requireNonNull(files.get(name)));
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);
        ImportSummary check = portal.check(file, plan);
        ImportRun run = portal.run(file, plan);
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(run.counts()).isEqualTo(Counts.of(check));
        return run;
    }

    Map<String, String> exported() {
        byte[] exported = VerticalFixture.exported(
                portal.database(), portal.vertical().key(), ImportContents.export(portal.database(), portal.folder()));
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(exported))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    /** The new customer's id. */
    long customer(String ref, String name) {
        portal.database().jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO customer (vertical_id, ref, name, created_at)
                        VALUES (:vertical, :ref, :name, CURRENT_TIMESTAMP)
                        """)
                .bind("vertical", portal.vertical().id())
                .bind("ref", ref)
                .bind("name", name)
                .execute());
        return portal.count("SELECT id FROM customer WHERE ref = '" + ref + "'");
    }

    void person(long id, String login, boolean active) {
        portal.database().jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO app_user (id, login, display_name, active, created_at)
                        VALUES (:id, :login, :login, :active, CURRENT_TIMESTAMP)
                        """)
                .bind("id", id)
                .bind("login", login)
                .bind("active", active)
                .execute());
    }
}
