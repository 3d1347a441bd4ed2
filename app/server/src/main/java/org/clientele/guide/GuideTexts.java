package org.clientele.guide;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.guide.persistence.GuideTextDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What guides say, as the consultants of a portal word it for their region. Every version is kept with its author; the newest applies
 * until somebody goes back to the plugin's text. An upgrade of the plugin does not touch what was written here.
 */
@Service
public class GuideTexts {
    /** The languages a text may be written in, as plugins bring them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final GuideTextDao dao;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public GuideTexts(
            GuideTextDao dao,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What was written here for readers of that language, by guide; the plugin's texts are not among them. */
    public Map<String, GuideText> written(String verticalKey, Locale reader) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return dao.current(verticals.get(verticalKey).id(), language(reader).toLanguageTag());
    }

    /** What the plugin says. */
    public static GuideText ofPlugin(Vertical vertical, String guide, Locale language) {
        return new GuideText(
                vertical.text(language, Texts.guideSigns(guide)), vertical.text(language, Texts.guideAdvice(guide)));
    }

    /** Whether the user may word guides. */
    public boolean mayWrite(String verticalKey) {
        return rights.may(Permission.MANAGE_SEGMENTS, verticalKey);
    }

    /** All versions of a guide's text, the newest first. */
    public List<GuideVersion> history(String verticalKey, String guide, Locale language) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return dao.history(
                verticals.get(verticalKey).id(), guide, language(language).toLanguageTag());
    }

    /** Stores the text as the guide's newest version in a language; a text equal to the plugin's goes back to it. */
    @Transactional
    public void write(String verticalKey, String guide, Locale language, GuideText text) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        GuideText tidy = text.tidy();
        boolean same = tidy.equals(
                ofPlugin(verticals.get(verticalKey), guide, language(language)).tidy());
        store(verticalKey, guide, language(language), same ? null : tidy);
    }

    /** Goes back to what the plugin says, now and after its upgrades; the versions before are kept. */
    @Transactional
    public void reset(String verticalKey, String guide, Locale language) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        store(verticalKey, guide, language(language), null);
    }

    private void store(String verticalKey, String guide, Locale language, @Nullable GuideText text) {
        Vertical vertical = verticals.get(verticalKey);
        if (vertical.definition().guides().stream().noneMatch(g -> g.id().equals(guide))) {
            throw new Problem("guide.problem.gone", guide);
        }
        String tag = language.toLanguageTag();
        GuideText before = dao.current(vertical.id(), tag).get(guide);
        if (Objects.equals(before, text)) {
            return;
        }
        dao.add(vertical.id(), guide, tag, text, rights.user().login(), clock.instant());
        audit.record("guide.text", "%s %s %s".formatted(verticalKey, guide, tag), told(before), told(text));
        announcements.publish(new GuidesChanged(verticalKey));
    }

    private static @Nullable String told(@Nullable GuideText text) {
        return text == null ? null : text.signs() + "\n" + text.advice();
    }

    private static Locale language(Locale reader) {
        return reader.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
