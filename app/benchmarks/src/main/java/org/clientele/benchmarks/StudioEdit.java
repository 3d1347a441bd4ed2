package org.clientele.benchmarks;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.List;

/** The field of the studio that is edited, of a model of each kind. */
enum StudioEdit {
    RFM("rfm", "Cut 1", 20),
    PYRAMID("pyramid", "Platinum starts at", 9_000) {
        @Override
        void prepare(Page page) {
            page.getByLabel("Tiers are cut").first().click();
            page.getByText("by fixed values").last().click();
        }
    },
    LIFE_CYCLE("life_cycle", "Days without purchase until lapsed", 366);

    private final String model;
    private final String label;
    private final int value;

    StudioEdit(String model, String label, int value) {
        this.model = model;
        this.label = label;
        this.value = value;
    }

    static StudioEdit of(String model) {
        List<String> models = Arrays.stream(values()).map(edit -> edit.model).toList();
        return Arrays.stream(values())
                .filter(edit -> edit.model.equals(model))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No edit of model %s: say one of %s".formatted(model, models)));
    }

    String model() {
        return model;
    }

    /** Makes the field appear. */
    void prepare(Page page) {}

    /** Not the handle in a histogram, which is called the same. */
    Locator field(Page page) {
        return page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName(label))
                .first();
    }

    /** What to type next, other than before. */
    String text(int turn) {
        return String.valueOf(value + turn % 2);
    }
}
