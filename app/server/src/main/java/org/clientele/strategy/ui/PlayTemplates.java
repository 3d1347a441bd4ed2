package org.clientele.strategy.ui;

import java.util.List;
import java.util.Locale;
import org.clientele.interaction.ui.ContactTemplates;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Component;

/** What the plays of a vertical say, for contacts that are not a task. */
@Component
class PlayTemplates implements ContactTemplates {
    @Override
    public List<Template> of(Vertical vertical, Locale locale) {
        StrategyWords words = new StrategyWords(vertical, locale);
        return vertical.definition().strategies().stream()
                .flatMap(strategy -> strategy.plays().stream()
                        .map(play -> new Template(words.play(strategy, play), words.playText(strategy, play))))
                .distinct()
                .toList();
    }
}
