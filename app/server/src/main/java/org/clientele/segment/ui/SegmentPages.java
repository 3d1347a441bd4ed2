package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
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
        addClassNames("page-tabs", "no-print");
        setVisible(rights.may(Permission.ANALYSE_SEGMENTS, verticalKey));
        for (Page page : Page.values()) {
            Anchor link = new Anchor(
                    address(verticalKey, page),
                    getTranslation("segment.pages." + page.name().toLowerCase(Locale.ROOT)));
            link.getElement().setAttribute("router-link", true);
            if (page == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }

    /** Where a page is. */
    public static String address(String verticalKey, Page page) {
        return "v/" + verticalKey + "/segments" + page.path;
    }
}
