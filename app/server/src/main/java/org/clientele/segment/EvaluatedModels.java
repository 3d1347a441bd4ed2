package org.clientele.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.ReasonCodec;
import org.clientele.engine.model.UnavailableResult;
import org.clientele.plugins.api.ModelDefinition;

/**
 * What the models say, with the numbers that segments have in the database.
 *
 * @param keys of each model's segments
 * @param versions of each model by id
 */
record EvaluatedModels(List<ModelResult> results, int[][] keys, ToIntFunction<String> versions)
        implements MembershipOrigins {
    /** Of all customers. */
    static EvaluatedModels of(PortalSnapshot snapshot, Map<SegmentName, Integer> known) {
        return of(snapshot, snapshot::model, known);
    }

    /** @param result what a model of the snapshot says, by its id */
    static EvaluatedModels of(
            PortalSnapshot snapshot, Function<String, ModelResult> result, Map<SegmentName, Integer> known) {
        List<ModelResult> results = new ArrayList<>();
        for (ModelDefinition model : snapshot.definition().models()) {
            results.add(result.apply(model.id()));
        }
        int[][] keys = results.stream()
                .map(found -> found.model().segments().stream()
                        .mapToInt(segment ->
                                known.getOrDefault(new SegmentName(found.model().id(), segment.id()), 0))
                        .toArray())
                .toArray(int[][]::new);
        return new EvaluatedModels(results, keys, snapshot::modelVersion);
    }

    int[] keysOf(int customer) {
        int[] found = new int[4];
        int count = 0;
        for (int model = 0; model < keys.length; model++) {
            ModelResult result = results.get(model);
            if (result.segment(customer) == ModelResult.NONE) {
                continue;
            }
            for (int segment = 0; segment < keys[model].length; segment++) {
                if (result.isMember(customer, segment)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = keys[model][segment];
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The segments of models that are unavailable: what is stored of them stands until they can be computed again. */
    Set<Integer> kept() {
        Set<Integer> kept = new HashSet<>();
        for (int model = 0; model < keys.length; model++) {
            if (results.get(model) instanceof UnavailableResult) {
                Arrays.stream(keys[model]).forEach(kept::add);
            }
        }
        return kept;
    }

    @Override
    public String apply(MembershipChanges.Opened opened) {
        int model = modelOf(opened);
        int segment = place(keys[model], opened.segmentKey());
        return ReasonCodec.encode(results.get(model).reason(opened.customerIndex(), segment));
    }

    @Override
    public Integer version(MembershipChanges.Opened opened) {
        return versions.applyAsInt(results.get(modelOf(opened)).model().id());
    }

    private int modelOf(MembershipChanges.Opened opened) {
        for (int model = 0; model < keys.length; model++) {
            if (place(keys[model], opened.segmentKey()) >= 0) {
                return model;
            }
        }
        throw new IllegalStateException("No model has the segment with number " + opened.segmentKey());
    }

    /** Where the key is; −1 when it is not there. */
    private static int place(int[] keys, int key) {
        for (int place = 0; place < keys.length; place++) {
            if (keys[place] == key) {
                return place;
            }
        }
        return -1;
    }
}
