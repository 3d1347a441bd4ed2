package org.clientele.frontend;

import com.vaadin.flow.component.dependency.JsModule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The line icons of the portal, by their Lucide names; drawn by {@code clientele/icons.ts}, 17 px in the colour of the text. */
@JsModule("./clientele/icons.ts")
public enum Icon {
    ACTIVITY,
    ARCHIVE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_RIGHT_LEFT,
    ARROW_UP,
    ARROW_UP_RIGHT,
    BADGE_CHECK,
    BAN,
    BELL,
    BOOK_OPEN,
    BOX,
    BUILDING,
    BUILDING_2,
    CAKE,
    CALENDAR,
    CALENDAR_CLOCK,
    CHART_COLUMN,
    CHART_NO_AXES_COMBINED,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CHEVRONS_UP_DOWN,
    CIRCLE_ALERT,
    CIRCLE_CHECK,
    CIRCLE_HELP,
    CIRCLE_X,
    CLIPBOARD_LIST,
    CLOCK,
    COLUMNS_3,
    COPY,
    CREDIT_CARD,
    CROWN,
    DATABASE,
    DOWNLOAD,
    ELLIPSIS,
    EXTERNAL_LINK,
    EYE,
    EYE_OFF,
    FILE,
    FILE_CHART_COLUMN,
    FILE_SPREADSHEET,
    FILE_TEXT,
    FILTER,
    FLAG,
    FUNNEL,
    GIFT,
    GIT_COMPARE,
    GLOBE,
    GRADUATION_CAP,
    GRID_3X3,
    HAMMER,
    HEADSET,
    HISTORY,
    HOUSE,
    ID_CARD,
    INFO,
    KEY_ROUND,
    LANDMARK,
    LANGUAGES,
    LAYOUT_DASHBOARD,
    LIFE_BUOY,
    LINK,
    LIST,
    LIST_CHECKS,
    LIST_FILTER,
    LOCK,
    LOG_IN,
    LOG_OUT,
    MAIL,
    MAP_PIN,
    MEGAPHONE,
    MENU,
    MESSAGE_CIRCLE,
    MESSAGE_SQUARE,
    MINUS,
    MONITOR,
    MOON,
    NOTEBOOK_PEN,
    PACKAGE,
    PANEL_LEFT,
    PEN,
    PENCIL,
    PERCENT,
    PHONE,
    PHONE_INCOMING,
    PHONE_OUTGOING,
    PIN,
    PLAY,
    PLUG,
    PLUS,
    PRINTER,
    PUZZLE,
    RECEIPT,
    REFRESH_CW,
    REPEAT,
    ROTATE_CCW,
    ROUTE,
    SAVE,
    SEARCH,
    SEND,
    SETTINGS,
    SHAPES,
    SHARE_2,
    SHIELD,
    SHIELD_CHECK,
    SHOPPING_BAG,
    SHOPPING_CART,
    SLIDERS_HORIZONTAL,
    SMARTPHONE,
    SMILE,
    SPARKLES,
    STAR,
    STORE,
    SUN,
    TABLE,
    TAG,
    TARGET,
    TICKET,
    TRASH_2,
    TRENDING_DOWN,
    TRENDING_UP,
    TRIANGLE_ALERT,
    TRUCK,
    UNDO_2,
    UNPLUG,
    UPLOAD,
    USER,
    USER_CHECK,
    USER_PLUS,
    USER_X,
    USERS,
    WALLET,
    WAND_SPARKLES,
    WORKFLOW,
    WRENCH,
    X,
    ZAP;

    private static final Map<String, Icon> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Icon::iconName, Function.identity()));

    /** The icon with this Lucide name, such as {@code shopping-bag}: the way a vertical names one. */
    public static Optional<Icon> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public String iconName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A new component, hidden from screen readers: the text beside it, or the aria label of its button, says what it means. */
    public com.vaadin.flow.component.icon.Icon create() {
        var icon = new com.vaadin.flow.component.icon.Icon("clientele", iconName());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
