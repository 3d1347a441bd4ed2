package org.clientele.churn.ui;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.churn.LossReason;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.engine.churn.Signal;
import org.clientele.plugin.Vertical;

/** Risks and losses in the words of a language. */
final class ChurnWords {
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final Formats formats;

    ChurnWords(Vertical vertical, Locale locale) {
        this.locale = locale;
        this.formats = new Formats(locale, vertical.currency());
    }

    Locale locale() {
        return locale;
    }

    Formats formats() {
        return formats;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    String reason(LossReason reason) {
        return text("churn.reason." + AddressParameters.code(reason));
    }

    String signal(Signal signal) {
        return text("churn.signal." + AddressParameters.code(signal));
    }

    /** "Silent for long, less money"; that there are none. */
    String signals(Collection<Signal> signals) {
        return signals.isEmpty()
                ? text("churn.signals.none")
                : signals.stream().map(this::signal).collect(Collectors.joining(text("churn.signals.and")));
    }
}
