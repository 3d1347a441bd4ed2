package org.clientele.portal.screen;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.common.Job;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.check.CheckState;
import org.clientele.plugin.LifeJob;
import org.clientele.plugin.PluginCard;
import org.clientele.segment.Nights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plugin that is installed, used and uninstalled fifty times leaves nothing behind, although people keep its screens open. */
class PluginCyclesTest {
    private static final int CYCLES = 50;
    private static final String SCREEN = """
            Grid<ScreenCustomer> grid = new Grid<>();
            grid.addColumn(ScreenCustomer::title).setHeader(context.text("screen.board"));
            grid.addComponentColumn(customer -> new Button("Open", click -> context.links().customer(customer.id())));
            grid.setItems(query -> context.data().page(CustomerQuery.ALL, query.getOffset(), query.getLimit()).stream(),
                    query -> context.data().count(CustomerQuery.ALL));
            Dialog dialog = new Dialog(new Span("Details"));
            Button button = new Button("Details", click -> dialog.open());
            context.onDataChange(() -> { Mine.seen++; grid.getDataProvider().refreshAll(); });
            return context.parts().stack(button, grid, context.parts().card("Mine", new Span(new Mine("cycle").name())));
            """;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private CodePortal portal;
    private Nights nights;

    @BeforeEach
    void start() {
        portal = CodePortal.lively();
        nights = new Nights(
                portal.database,
                portal.plugins.verticals(),
                portal.snapshots,
                portal.plugins.rights,
                portal.plugins.clock);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldLeaveNothingBehindAfterFiftyCycles() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open files are counted by /proc");
        UI ui = TestUi.start(Locale.ENGLISH);

        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            use(ui, cycle);
        }

        assertThat(portal.plugins.verticals().enabled())
                .as("texts live with their vertical")
                .isEmpty();
        assertThat(portal.plugins.life.kept())
                .as("its data is kept, its texts are not")
                .singleElement()
                .satisfies(kept -> assertThat(kept.texts()).isNull());
        assertThat(portal.plugins.life.own()).noneMatch(job -> job.state() == Job.State.RUNNING);
        assertThat(nights.pass()).as("the night after").isTrue();
        assertThat(nights.waiting())
                .as("the portal's own recurring work, and none of the plugin")
                .containsExactly("nightly-recompute recurring");
        assertThat(openJars()).isEmpty();
        assertThat(filesIn(portal.plugins.pluginFolder())).isEmpty();
        assertThat(threads()).isEmpty();
        assertThat(portal.plugins.watchdog.open()).isZero();
        assertThat(portal.failures()).isEmpty();
        assertThat(alive()).as("class loaders that cannot be collected").isLessThanOrEqualTo(1);
        assertThat(ui.getElement().getTextRecursively()).doesNotContain("cycle");
    }

    private void use(UI ui, int cycle) {
        portal.enable(CodeJar.sound()
                .version("1.0." + cycle)
                .screen(SCREEN)
                .type("Mine", "public record Mine(String name) { public static int seen; }"));
        loaders.add(new WeakReference<>(portal.plugins.loader("kiosk")));
        var snapshot = portal.compute();
        assertThat(snapshot.model("habit").counts()).containsExactly(0, 2);
        assertThat(snapshot.checks()
                        .result("shelves")
                        .customers(CheckState.NOT_MET)
                        .cardinality())
                .isOne();

        assertThat(nights.pass()).as("night %d", cycle).isTrue();
        ui.removeAll();
        ScreenFrame frame = portal.add(ui, "board");
        CodePortal.await(() -> CodePortal.text(frame).contains("cycle"));
        _click(_get(Button.class, spec -> spec.withText("Details")));
        CodePortal.roundtrip();
        assertThat(portal.plugins.watchdog.open()).isOne();

        LifeJob leaving = portal.plugins.life.uninstall("kiosk", false, null, true);
        CodePortal.await(() -> leaving.state() != Job.State.RUNNING);
        assertThat(leaving.state()).isEqualTo(Job.State.DONE);
        CodePortal.await(() -> !CodePortal.text(frame).contains("cycle"));
        assertThat(portal.plugins.catalogue.cards()).extracting(PluginCard::id).doesNotContain("kiosk");
        ui.remove(frame);
        ui.add(new Div("gone"));
    }

    private int alive() {
        for (int i = 0; i < 50; i++) {
            CodePortal.roundtrip();
            System.gc();
            if (loaders.stream().filter(loader -> loader.get() != null).count() <= 1) {
                break;
            }
            CodePortal.pause();
        }
        return (int) loaders.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .count();
    }

    private List<String> openJars() {
        String folder = portal.plugins.pluginFolder().toString();
        return links(Path.of("/proc/self/fd"))
                .filter(target -> target.startsWith(folder))
                .toList();
    }

    private static Stream<String> links(Path folder) {
        List<String> targets = new ArrayList<>();
        for (Path link : filesIn(folder)) {
            try {
                targets.add(Files.readSymbolicLink(link).toString());
            } catch (IOException closedMeanwhile) {
                targets.add("");
            }
        }
        return targets.stream();
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Threads in the plugin's code, or named after it, or that would load its classes. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("kiosk")
                        || String.valueOf(loaderName(thread)).contains("kiosk"))
                .map(Thread::getName)
                .toList();
    }

    private static String loaderName(Thread thread) {
        ClassLoader loader = thread.getContextClassLoader();
        return loader == null ? "" : String.valueOf(loader.getName());
    }
}
