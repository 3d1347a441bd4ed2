package org.clientele.plugins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** The portal's building blocks. All texts are plain text. */
public interface ScreenParts {
    /** The screen's outermost element: parts below each other with the usual space. */
    Div stack(Component... parts);

    /** Parts beside each other, as many as the width allows. */
    Div tiles(Component... parts);

    /** Parts in one line that breaks where the width ends: filters above what they filter, buttons. */
    Div row(Component... parts);

    /** A card with a title. */
    Div card(String title, Component... content);

    /**
     * A key figure: what it is, how much, and a line that explains it.
     *
     * @param address where it leads ({@link ScreenLinks}), or an empty text
     */
    Component figure(String label, String value, String help, String address);

    /** A short word with a colour. */
    Component tag(String text, ScreenTone tone);

    /**
     * A word or figure that does something when it is clicked, such as a count in a table that opens what it counts.
     *
     * @param text what is shown
     * @param description what it does, for screen readers and as a hint
     */
    Component action(String text, String description, Runnable act);

    /**
     * A thin bar that shows how a whole divides; the figures stand beside it as text.
     *
     * @param description the same in words, for screen readers
     * @param parts from the start; the bar is empty when all are 0
     */
    Component bar(String description, List<BarPart> parts);

    /** A message across the width. */
    Component banner(String text, ScreenTone tone);

    /** What is shown where there is nothing: what is missing, and what to do about it. */
    Component empty(String title, String text);

    /** A link within the portal. */
    Component link(String text, String address);

    /**
     * A small table; for long lists use Vaadin's grid.
     *
     * @param caption what the table shows, for screen readers
     * @param headings of the columns; the first names the row
     * @param rows as many cells as headings each
     */
    Component table(String caption, List<String> headings, List<List<Component>> rows);

    /** Plain text as a component. */
    Component text(String text);
}
