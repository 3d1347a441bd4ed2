package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.Locale;
import org.clientele.access.Permission;
import org.clientele.access.Rights;

/** The pages about segments, one beside the other, for those who may analyse them. */
public final class SegmentPages extends Nav {
    /** A page; its path below that of the segments. */
    public enum Page {
        SEGMENTS(""),
        MOVEMENT("/movement"),
        COMPARE("/compare");

        private final String path;

        Page(String path) {
            this.path = path;
        }
    }

    public SegmentPages(Rights rights, String verticalKey, Page shown) {
        setAriaLabel(getTranslation("segment.pages"));
        addClassName("no-print");
        setVisible(rights.may(Permission.ANALYSE_SEGMENTS, verticalKey));
        Tabs tabs = new Tabs();
        for (Page page : Page.values()) {
            Anchor link = new Anchor(
                    address(verticalKey, page),
                    getTranslation("segment.pages." + page.name().toLowerCase(Locale.ROOT)));
            link.getElement().setAttribute("router-link", true);
            Tab tab = new Tab(link);
            tabs.add(tab);
            if (page == shown) {
                tabs.setSelectedTab(tab);
                link.getElement().setAttribute("aria-current", "page");
            }
        }
        add(tabs);
    }

    /** Where a page is. */
    public static String address(String verticalKey, Page page) {
        return "v/" + verticalKey + "/segments" + page.path;
    }
}
