package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersions;

/** Says above a strategy what waits besides what applies: for approval, for its moment, or to be taken from the plugin. */
final class StrategyNotices extends Div {
    private final transient StrategyWords words;
    private final transient StrategyVersions versions;
    private final transient StrategyVersionWords said;
    private final transient SegmentName segment;
    private final transient Runnable openVersions;
    private final String key;
    private final String user;

    /** @param user login of whoever looks */
    StrategyNotices(
            StrategyWords words, StrategyVersions versions, SegmentName segment, String user, Runnable openVersions) {
        this.words = words;
        this.versions = versions;
        this.said = new StrategyVersionWords(words, versions);
        this.segment = segment;
        this.openVersions = openVersions;
        this.key = words.applied().vertical().key();
        this.user = user;
        addClassName("stack");
        refresh();
    }

    /** Shows what is so now. */
    void refresh() {
        removeAll();
        List<StrategyVersion> history = versions.history(key, segment);
        versions.waiting(key, segment).ifPresent(version -> add(new Banner(Tone.WARN, waiting(version))));
        versions.planned(key, segment).forEach(version -> add(new Banner(Tone.WARN, planned(version))));
        if (getChildren().findAny().isPresent()) {
            Div row = new Div(new Button(words.text("strategy.edit.waiting.open"), click -> openVersions.run()));
            row.addClassName("row");
            add(row);
        }
        if (!history.isEmpty() && history.getFirst().status() == StrategyVersion.Status.OFFERED) {
            add(new Banner(Tone.WARN, words.text("strategy.edit.offered")));
        }
        setVisible(getChildren().findAny().isPresent());
    }

    private String waiting(StrategyVersion version) {
        boolean own = version.author().equals(user);
        return words.text(
                own ? "strategy.edit.waiting.own" : "strategy.edit.waiting", version.number(), said.author(version));
    }

    private String planned(StrategyVersion version) {
        return words.text("strategy.edit.planned", version.number(), said.author(version), said.from(version));
    }
}
