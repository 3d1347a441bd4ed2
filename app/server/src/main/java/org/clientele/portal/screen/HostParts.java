package org.clientele.portal.screen;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.common.ui.FigureTable;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;
import org.clientele.plugins.ui.BarPart;
import org.clientele.plugins.ui.ScreenParts;
import org.clientele.plugins.ui.ScreenTone;

/** The portal's building blocks as a screen gets them. */
final class HostParts implements ScreenParts {
    private final HostLinks links;

    HostParts(HostLinks links) {
        this.links = links;
    }

    @Override
    public Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("stack");
        return stack;
    }

    @Override
    public Div tiles(Component... parts) {
        Tiles tiles = new Tiles();
        tiles.add(parts);
        return tiles;
    }

    @Override
    public Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("row");
        return row;
    }

    @Override
    public Div card(String title, Component... content) {
        return new Card(title, content);
    }

    @Override
    public Component figure(String label, String value, String help, String address) {
        KeyFigure figure = new KeyFigure(label, value);
        if (!help.isEmpty()) {
            figure.note(help);
        }
        if (!address.isEmpty()) {
            links.require(address);
            figure.to(address);
            figure.getElement().setAttribute("router-link", true);
        }
        return figure;
    }

    @Override
    public Component tag(String text, ScreenTone tone) {
        return tone == ScreenTone.NEUTRAL ? new Tag(text) : new Tag(text, tone(tone));
    }

    @Override
    public Component action(String text, String description, Runnable act) {
        Button action = new Button(text, click -> act.run());
        action.addThemeVariants(ButtonVariant.TERTIARY);
        action.addClassName("cell-action");
        action.setAriaLabel(description);
        action.setTooltipText(description);
        return action;
    }

    @Override
    public Component bar(String description, List<BarPart> parts) {
        Div bar = new Div();
        bar.addClassName("part-bar");
        bar.getElement().setAttribute("role", "img").setAttribute("aria-label", description);
        parts.stream().filter(part -> part.amount() > 0).forEach(part -> {
            Span filled = Tone.set(new Span(), tone(part.tone()));
            filled.getStyle().set("--cl-part", Long.toString(part.amount()));
            bar.add(filled);
        });
        return bar;
    }

    @Override
    public Component banner(String text, ScreenTone tone) {
        return new Banner(tone(tone), text);
    }

    @Override
    public Component empty(String title, String text) {
        return new EmptyState(Icon.INFO, title, text);
    }

    @Override
    public Component link(String text, String address) {
        links.require(address);
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    @Override
    public Component table(String caption, List<String> headings, List<List<Component>> rows) {
        FigureTable table = new FigureTable(caption, headings.toArray(String[]::new));
        for (List<Component> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException("A row of %s has %d cells; there are %d headings"
                        .formatted(caption, row.size(), headings.size()));
            }
            table.row(row.getFirst(), row.subList(1, row.size()).toArray(Component[]::new));
        }
        return table;
    }

    @Override
    public Component text(String text) {
        return new Span(text);
    }

    private static String tone(ScreenTone tone) {
        return switch (tone) {
            case NEUTRAL -> Tone.MUTED;
            case GOOD -> Tone.GOOD;
            case WARNING -> Tone.WARN;
            case BAD -> Tone.BAD;
            case INFO -> Tone.ACCENT;
        };
    }
}
