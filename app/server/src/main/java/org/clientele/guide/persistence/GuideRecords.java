package org.clientele.guide.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuidesChanged;
import org.clientele.guide.persistence.GuideTextDao.Wording;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Guides worded here as rows: every wording of a guide in a language, the oldest first. */
@Repository
public class GuideRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.GUIDES.firstColumn();
    private static final String GUIDE = "guide";
    private static final String LANGUAGE = "language";
    private static final String WRITTEN = "written";
    private static final String AUTHOR = "author";
    private static final String WHOSE = "whose";
    private static final String SIGNS = "signs";
    private static final String ADVICE = "advice";

    private static final int ID_LENGTH = 40;
    private static final int LANGUAGE_LENGTH = 10;
    private static final int AUTHOR_LENGTH = 100;

    private final GuideTextDao texts;
    private final OwnedRows imported;

    public GuideRecords(GuideTextDao texts, Jdbi jdbi) {
        this.texts = texts;
        this.imported = new OwnedRows(jdbi, new Part("guide_text", "id", "import_id = :id", ""));
    }

    /** Whose words apply. */
    private enum Whose {
        OWN,
        /** The plugin's again, from then on. */
        PLUGIN
    }

    @Override
    public RecordKind kind() {
        return RecordKind.GUIDES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, GUIDE, LANGUAGE, WRITTEN, AUTHOR, WHOSE, SIGNS, ADVICE);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        texts.all(verticalId).forEach(wording -> rows.accept(cells(wording)));
    }

    private static List<String> cells(Wording wording) {
        GuideText text = wording.text();
        return List.of(
                key(wording),
                wording.guide(),
                wording.language(),
                wording.writtenAt().toString(),
                wording.author(),
                (text == null ? Whose.PLUGIN : Whose.OWN).name(),
                text == null ? "" : text.signs(),
                text == null ? "" : text.advice());
    }

    private static String key(Wording wording) {
        return place(wording) + " " + wording.writtenAt();
    }

    private static String place(Wording wording) {
        return wording.guide() + " " + wording.language();
    }

    private static Wording wording(RecordRow row) throws UnfitRowException {
        Instant at = row.time(WRITTEN);
        GuideText text = row.choice(WHOSE, Whose.class) == Whose.PLUGIN
                ? null
                : new GuideText(row.text(SIGNS, GuideText.SIGNS_LENGTH), row.text(ADVICE, GuideText.ADVICE_LENGTH));
        return new Wording(
                row.required(GUIDE, ID_LENGTH),
                row.required(LANGUAGE, LANGUAGE_LENGTH),
                text,
                row.text(AUTHOR, AUTHOR_LENGTH),
                at);
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return new Wordings(verticalId);
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new GuidesChanged(verticalKey));
    }

    /** The newest wording applies: an older one does not come back over what somebody wrote here. */
    private final class Wordings implements Restoring {
        private final int verticalId;
        private final Set<String> here = new HashSet<>();
        private final Set<String> worded = new HashSet<>();
        private final List<Wording> fresh = new ArrayList<>();

        Wordings(int verticalId) {
            this.verticalId = verticalId;
            texts.all(verticalId).forEach(wording -> {
                here.add(key(wording));
                worded.add(place(wording));
            });
        }

        @Override
        public boolean take(RecordRow row) throws UnfitRowException {
            Wording wording = wording(row);
            if (here.contains(key(wording))) {
                return false;
            }
            if (worded.contains(place(wording))) {
                throw row.unfit(GUIDE, Cause.TAKEN);
            }
            here.add(key(wording));
            fresh.add(wording);
            return true;
        }

        @Override
        public void flush(@Nullable Long importId) {
            if (importId != null) {
                texts.restore(verticalId, fresh, importId);
            }
            fresh.clear();
        }
    }
}
