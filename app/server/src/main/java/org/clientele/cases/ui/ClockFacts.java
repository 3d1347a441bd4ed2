package org.clientele.cases.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.clientele.cases.CaseClock;
import org.clientele.cases.CaseClock.Reading;
import org.clientele.cases.CaseClock.Standing;
import org.clientele.cases.CaseClocks;
import org.clientele.cases.ServiceCase;
import org.clientele.frontend.Facts;
import org.clientele.frontend.Tone;

/** The two clocks of a case: what is promised, what was used of it, and by when the rest is. */
final class ClockFacts extends Div {
    ClockFacts(CaseServices services, CaseWords words, String verticalKey, ServiceCase one) {
        CaseClocks clocks = services.cases().clocks(verticalKey, one);
        Instant now = services.clock().instant();
        add(new Facts()
                .fact(words.text("cases.clock.answer"), reading(words, clocks.answer(), one.answeredAt() != null, now))
                .fact(
                        words.text("cases.clock.solution"),
                        reading(words, clocks.solution(), !one.state().isOpen(), now)));
    }

    private static Span reading(CaseWords words, CaseClock clock, boolean done, Instant now) {
        Reading reading = clock.at(now);
        Span text = new Span(text(words, reading, done));
        boolean bad = reading.standing() == Standing.BREACHED;
        if (bad || (reading.standing() == Standing.NEAR && !done)) {
            text.addClassName("case-due");
            Tone.set(text, bad ? Tone.BAD : Tone.WARN);
        }
        return text;
    }

    private static String text(CaseWords words, Reading reading, boolean done) {
        String used = words.working(reading.used());
        String goal = words.working(reading.goal());
        if (done) {
            String key = reading.standing() == Standing.BREACHED ? "cases.clock.missed" : "cases.clock.kept";
            return words.text(key, used, goal);
        }
        if (!reading.running()) {
            return words.text("cases.clock.stands", words.working(reading.left()), goal);
        }
        String due = reading.dueAt() == null ? "" : words.time(reading.dueAt());
        return reading.standing() == Standing.BREACHED
                ? words.text("cases.clock.late", words.working(reading.left()), due)
                : words.text("cases.clock.left", words.working(reading.left()), goal, due);
    }
}
