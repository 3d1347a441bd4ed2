package org.clientele.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.SavedViews;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.definition.Scope;
import org.springframework.stereotype.Service;

/** Where segments are used, and what a change of a model would break because nobody could be in a segment any more. */
@Service
public class SegmentUses {
    private final ModelOverrides overrides;
    private final Verticals verticals;
    private final SavedViews views;
    private final List<SegmentUser> users;
    private final Rights rights;

    public SegmentUses(
            ModelOverrides overrides, Verticals verticals, SavedViews views, List<SegmentUser> users, Rights rights) {
        this.users = List.copyOf(users);
        this.overrides = overrides;
        this.verticals = verticals;
        this.views = views;
        this.rights = rights;
    }

    /** Where the segments of a model are used, in their order. Of other people's views only consultants learn, and not their names. */
    public List<SegmentUse> of(String verticalKey, String model) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Vertical vertical = overrides.effective(verticals.get(verticalKey));
        ModelDefinition definition = made(verticalKey, vertical, model);
        DefinitionUses declared = new DefinitionUses(vertical.definition(), model);
        List<SegmentUse> uses = new ArrayList<>(views(vertical, model, declared));
        uses.addAll(declared.found());
        users.forEach(user -> user.uses(vertical, model, declared).forEach(uses::add));
        List<String> order =
                definition.segments().stream().map(SegmentDefinition::id).toList();
        return uses.stream()
                .filter(use -> order.contains(use.segment().segment()))
                .sorted(Comparator.comparingInt(
                        use -> order.indexOf(use.segment().segment())))
                .toList();
    }

    /** The model as it applies, or else as it was made. */
    private ModelDefinition made(String verticalKey, Vertical applied, String model) {
        return Optional.ofNullable(applied.definition().model(model))
                .or(() -> Optional.ofNullable(overrides
                        .editing(verticals.get(verticalKey), model)
                        .definition()
                        .model(model)))
                .orElseThrow(() -> new Problem("segment.problem.no-model", model));
    }

    /** The uses of segments that the change leaves nobody a way into. */
    public List<SegmentUse> lost(String verticalKey, ModelChange change) {
        ModelDefinition changed = overrides.preview(verticalKey, change);
        Vertical vertical = overrides.effective(verticals.get(verticalKey));
        Set<String> gone = new HashSet<>(ModelReach.of(made(verticalKey, vertical, change.model())));
        gone.removeAll(ModelReach.of(changed));
        return gone.isEmpty()
                ? List.of()
                : of(verticalKey, change.model()).stream()
                        .filter(use -> gone.contains(use.segment().segment()))
                        .toList();
    }

    /** Fails when something would answer wrongly without a segment that the change does away with. */
    void requireNothingBreaks(String verticalKey, ModelChange change) {
        requireNoneBreaks(lost(verticalKey, change));
    }

    /** Fails when something would answer wrongly without the model. */
    void requireNothingBreaks(String verticalKey, String model) {
        requireNoneBreaks(of(verticalKey, model));
    }

    private static void requireNoneBreaks(List<SegmentUse> lost) {
        List<SegmentUse> broken = lost.stream().filter(SegmentUse::breaks).toList();
        if (!broken.isEmpty()) {
            throw new Problem(
                    "segment.problem.in-use",
                    broken.stream()
                            .map(use -> use.segment().segment())
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    broken.size());
        }
    }

    private List<SegmentUse> views(Vertical vertical, String model, DefinitionUses declared) {
        Stream<SegmentUse> own = views.all(vertical).stream()
                .flatMap(view -> view.list().in(vertical.definition()).filters().stream()
                        .flatMap(filter -> named(filter, model, declared))
                        .distinct()
                        .map(segment -> new SegmentUse(
                                new SegmentName(model, segment),
                                SegmentUse.Kind.VIEW,
                                view.name(),
                                view.query(),
                                view.usedOn())));
        if (!rights.may(Permission.MANAGE_SEGMENTS, vertical.key())) {
            return own.toList();
        }
        Stream<SegmentUse> others = views.ofOthers(vertical).stream()
                .flatMap(view -> view.list().in(vertical.definition()).filters().stream()
                        .flatMap(filter -> named(filter, model, declared))
                        .map(segment -> new SegmentUse(
                                new SegmentName(model, segment),
                                SegmentUse.Kind.VIEW_OF_OTHERS,
                                view.owner(),
                                "",
                                view.usedOn())))
                .distinct();
        return Stream.concat(own, others).toList();
    }

    private static Stream<String> named(CustomerFilter filter, String model, DefinitionUses declared) {
        return switch (filter) {
            case CustomerFilter.Compare compare ->
                compare.subject().equals(Scope.SEGMENT_PREFIX + model)
                        ? compare.values().stream()
                        : Stream.<String>empty();
            case CustomerFilter.InSet set -> named(set, model);
            case CustomerFilter.Where(String condition) -> declared.in(condition).stream();
        };
    }

    /** The model of a set may carry the number of a version. */
    private static Stream<String> named(CustomerFilter.InSet set, String model) {
        boolean about = set.arguments().getFirst().split("@", 2)[0].equals(model);
        return switch (set.kind()) {
            case WAS -> about ? Stream.of(set.arguments().get(1)) : Stream.<String>empty();
            case MOVED ->
                about ? Stream.of(set.arguments().get(1), set.arguments().get(2)) : Stream.<String>empty();
            default -> Stream.empty();
        };
    }
}
