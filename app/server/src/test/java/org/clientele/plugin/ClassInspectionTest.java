package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassInspectionTest {
    private static final String MODEL = """
            package com.example.hotel;
            import java.util.*;
            import org.clientele.plugins.api.extension.*;
            public class Occupancy extends Base {
                private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Occupancy.class);
                record Room(String name, int beds) {}
                @Override public ModelOutput compute(ModelInput input) {
                    LOG.info("{}", new Room("a", 2));
                    List<String> names = new ArrayList<>(List.of("b", "a"));
                    names.sort(Comparator.naturalOrder());
                    return ModelOutput.of(input);
                }
            }
            """;
    private static final String BASE = """
            package com.example.hotel;
            abstract class Base implements org.clientele.plugins.api.extension.CustomModel {}
            """;

    @Test
    void shouldTakeAModelThatUsesTheApiTheJdkAndTheLog() {
        PluginCode code = inspect(PluginSources.compile(MODEL, BASE), "com.example.hotel.Occupancy");

        assertThat(code.classes()).isEqualTo(3);
        assertThat(code.extensions()).containsExactly("com.example.hotel.Occupancy");
    }

    @Test
    void shouldCountClassesThatAnotherVersionAddsDropsOrAlters() {
        PluginCode code = inspect(PluginSources.compile(MODEL, BASE), "com.example.hotel.Occupancy");
        PluginCode same = inspect(PluginSources.compile(MODEL, BASE), "com.example.hotel.Occupancy");
        PluginCode next = inspect(
                PluginSources.compile(
                        MODEL.replace("record Room(", "record Suite(").replace("new Room(", "new Suite("), BASE),
                "com.example.hotel.Occupancy");

        assertThat(code.differences(same)).isZero();
        assertThat(code.differences(next)).isEqualTo(3);
        assertThat(PluginCode.NONE.differences(code)).isEqualTo(3);
    }

    @Test
    void shouldTakeAScreenThatComposesComponents() {
        assertThatCode(() -> inspect(PluginSources.compile("""
                        package com.example.hotel;
                        import com.vaadin.flow.component.Component;
                        import com.vaadin.flow.component.button.Button;
                        import com.vaadin.flow.component.grid.Grid;
                        import com.vaadin.flow.component.html.Div;
                        import com.vaadin.flow.data.renderer.ComponentRenderer;
                        import org.clientele.plugins.ui.*;
                        public class Board implements PluginScreen {
                            record Row(String name) {}
                            @Override public Component create(ScreenContext context) {
                                Grid<Row> grid = new Grid<>();
                                grid.addColumn(Row::name).setHeader(context.text("name"));
                                grid.addColumn(new ComponentRenderer<>(row -> new Button(row.name(), click -> grid.setItems())));
                                grid.getElement().setAttribute("aria-label", "rooms");
                                return new Div(grid);
                            }
                        }
                        """), null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource
    void shouldRefuse(String reason, String body) {
        String source = "package com.example.hotel;\n" + body;

        assertRefused(reason, PluginSources.compile(source));
    }

    static Stream<Arguments> shouldRefuse() {
        return Stream.of(
                refused("class-extends", "class Own extends com.vaadin.flow.component.html.Div {}"),
                refused(
                        "class-extends",
                        "class Own extends Base {} class Base extends Ground {} class Ground extends com.vaadin.flow.component.Component {}"),
                refused("class-extends", "class Own { Object o = new com.vaadin.flow.component.button.Button() {}; }"),
                refused("class-annotation", "@com.vaadin.flow.router.Route(\"x\") class Own {}"),
                refused("class-annotation", "@com.vaadin.flow.router.Layout class Own {}"),
                refused("class-annotation", "@org.springframework.stereotype.Component class Own {}"),
                refused("class-annotation", "class Own { @jakarta.annotation.PostConstruct void start() {} }"),
                refused("native", "class Own { native int call(); }"),
                refused("class-outlives", "class Own { void go() { new Thread(() -> {}).start(); } }"),
                refused("class-outlives", "class Own extends Thread {}"),
                refused("class-outlives", "class Own { static final ThreadLocal<Own> O = new ThreadLocal<>(); }"),
                refused(
                        "class-outlives",
                        "class Own { Object o = java.util.concurrent.Executors.newCachedThreadPool(); }"),
                refused("class-outlives", "class Own { Object o = new java.util.Timer(); }"),
                refused("class-outlives", "class Own { void end() { System.exit(1); } }"),
                refused("class-outlives", "class Own { void end() { Runtime.getRuntime().addShutdownHook(null); } }"),
                refused(
                        "class-bean",
                        "class Own { record Row(int a) {} Object o = new com.vaadin.flow.component.grid.Grid<>(Row.class); }"),
                refused(
                        "class-bean",
                        "class Own { record Row(int a) {} Object o = new com.vaadin.flow.data.binder.Binder<>(Row.class); }"),
                refused(
                        "class-script",
                        "class Own { Own(com.vaadin.flow.dom.Element e) { e.executeJs(\"alert(1)\"); } }"),
                refused("class-reference", "class Own { Object o = com.vaadin.flow.component.UI.getCurrent(); }"),
                refused(
                        "class-reference",
                        "class Own { Object o = new com.vaadin.flow.component.Html(\"<b>x</b>\"); }"),
                refused(
                        "class-reference",
                        "class Own { Object o = com.vaadin.flow.server.VaadinSession.getCurrent(); }"),
                refused(
                        "class-reference",
                        "class Own { org.clientele.plugin.PluginService o() { return null; } Object p = o().developerMode(); }"),
                refused("class-reference", "class Own { Object o = new org.springframework.util.StopWatch(); }"));
    }

    private static Arguments refused(String reason, String body) {
        return Arguments.of(reason, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.clientele.plugin",
                "org.clientele.plugins.api",
                "com.vaadin.flow.component",
                "org.springframework.core",
                "jakarta.annotation"
            })
    void shouldRefuseAClassInAPackageOfTheHost(String taken) {
        assertRefused("class-shadows", Map.of(taken.replace('.', '/') + "/Own.class", empty(taken + ".Own")));
    }

    @Test
    void shouldRefuseAClassOutsideThePluginsPackage() {
        assertRefused("class-package", PluginSources.compile("package com.example.other; class Own {}"));
        assertRefused("class-package", PluginSources.compile("package com.example.hotels; class Own {}"));
    }

    @Test
    void shouldRefuseAClassUnderAnotherName() {
        assertRefused("class-misplaced", Map.of("com/example/hotel/Other.class", empty("com.example.hotel.Own")));
    }

    @Test
    void shouldRefuseBytesThatAreNoClass() {
        byte[] whole = empty("com.example.hotel.Own");
        for (byte[] bytes : List.of(new byte[0], new byte[] {1, 2, 3}, Arrays.copyOf(whole, whole.length - 9))) {
            assertRefused("class-unreadable", Map.of("com/example/hotel/Own.class", bytes));
        }
    }

    @Test
    void shouldAskForThePackageInTheManifest() {
        ClassInspection inspection = inspection(PluginSources.compile(MODEL, BASE));

        assertThatExceptionOfType(RefusedProblem.class)
                .isThrownBy(() -> inspection.judge(new Manifest(), definition(null)))
                .satisfies(problem -> assertThat(problem.getMessage()).contains("Plugin-Package"));
    }

    @Test
    void shouldRefuseExtensionsThatAreNotWhatTheDefinitionSays() {
        Map<String, byte[]> classes = PluginSources.compile(
                MODEL,
                BASE,
                "package com.example.hotel; public class Other {}",
                "package com.example.hotel; public class Hidden extends Occupancy { private Hidden() {} }");

        assertThatExceptionOfType(RefusedProblem.class)
                .isThrownBy(() -> inspect(classes, "com.example.hotel.Missing"))
                .satisfies(problem -> assertThat(problem.getMessage())
                        .contains("extension-missing", "/models/0/extension", "com.example.hotel.Missing"));
        assertThatExceptionOfType(RefusedProblem.class)
                .isThrownBy(() -> inspect(classes, "com.example.hotel.Other"))
                .satisfies(problem -> assertThat(problem.getMessage()).contains("extension-type", "CustomModel"));
        assertThatExceptionOfType(RefusedProblem.class)
                .isThrownBy(() -> inspect(classes, "com.example.hotel.Hidden"))
                .satisfies(problem -> assertThat(problem.getMessage()).contains("extension-not-makeable"));
        assertThatExceptionOfType(RefusedProblem.class)
                .isThrownBy(() -> inspect(Map.of(), "com.example.hotel.Occupancy"))
                .satisfies(problem -> assertThat(problem.getMessage()).contains("extension-missing"));
    }

    @Test
    void shouldNotRunInCirclesAfterClassesThatDo() {
        Map<String, byte[]> circle = Map.of(
                "com/example/hotel/A.class", makeable("A", "B"), "com/example/hotel/B.class", makeable("B", "A"));

        assertThatExceptionOfType(RefusedProblem.class)
                .isThrownBy(() -> inspect(circle, "com.example.hotel.A"))
                .satisfies(problem -> assertThat(problem.getMessage()).contains("extension-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/services/java.sql.Driver",
                "meta-inf/SERVICES/x",
                "META-INF/versions/25/com/example/A.class",
                "lib/a.so",
                "lib/a.so.1.2",
                "A.DLL",
                "x/libnet.dylib"
            })
    void shouldRefuseEntriesThatNoPluginBrings(String entry) {
        assertThatExceptionOfType(RefusedProblem.class).isThrownBy(() -> ClassInspection.checkName(entry));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"META-INF/extensions.idx", "META-INF/services/", "vertical.yaml", "com/example/hotel/A.class"})
    void shouldTakeEntriesThatPluginsBring(String entry) {
        assertThatCode(() -> ClassInspection.checkName(entry)).doesNotThrowAnyException();
    }

    private static void assertRefused(String reason, Map<String, byte[]> classes) {
        assertThatExceptionOfType(RefusedProblem.class)
                .isThrownBy(() -> inspect(classes, null))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("plugin.refused." + reason));
    }

    private static PluginCode inspect(Map<String, byte[]> classes, @Nullable String extension) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Plugin-Package", "com.example.hotel");
        return inspection(classes).judge(manifest, definition(extension));
    }

    private static ClassInspection inspection(Map<String, byte[]> classes) {
        ClassInspection inspection = new ClassInspection();
        classes.forEach(inspection::take);
        return inspection;
    }

    private static VerticalDefinition definition(@Nullable String extension) {
        return VerticalFixture.shopDefinition()
                .withModels(
                        extension == null
                                ? List.of()
                                : List.of(new ModelDefinition.Custom(
                                        "occupancy",
                                        List.of(new SegmentDefinition("full", "tier-gold")),
                                        null,
                                        extension,
                                        List.of(),
                                        List.of(),
                                        true)));
    }

    private static byte[] empty(String name) {
        return ClassFile.of().build(ClassDesc.of(name), type -> {});
    }

    /** A public class with a public constructor that calls nothing. */
    private static byte[] makeable(String name, String parent) {
        return ClassFile.of().build(ClassDesc.of("com.example.hotel." + name), type -> type.withFlags(
                        ClassFile.ACC_PUBLIC)
                .withSuperclass(ClassDesc.of("com.example.hotel." + parent))
                .withMethodBody("<init>", ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> code.return_()));
    }
}
