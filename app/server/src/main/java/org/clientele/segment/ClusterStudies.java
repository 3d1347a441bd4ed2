package org.clientele.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.engine.cluster.FrozenRules;
import org.clientele.engine.model.ClusterResult;
import org.clientele.engine.model.ClusterStudy;
import org.clientele.plugins.api.ModelDefinition;
import org.springframework.stereotype.Service;

/** Looks into groups of like customers in the background, and turns what was found into drafts. */
@Service
public class ClusterStudies {
    private final Snapshots snapshots;
    private final ModelVersions versions;
    private final Rights rights;
    private final Jobs jobs;
    private final Map<String, Known> studies = new ConcurrentHashMap<>();

    private record Known(long version, ClusterStudy study) {}

    public ClusterStudies(Snapshots snapshots, ModelVersions versions, Rights rights, Jobs jobs) {
        this.snapshots = snapshots;
        this.versions = versions;
        this.rights = rights;
        this.jobs = jobs;
    }

    /** How many groups there should be, whether they are stable, which rules reproduce them; once for a snapshot. */
    public Answer<ClusterStudy> study(String verticalKey, String model) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        PortalSnapshot snapshot = snapshots.get(verticalKey);
        if (!snapshot.now().models().contains(model)
                || !(snapshot.model(model) instanceof ClusterResult result)
                || result.training().refusal() != null) {
            throw new Problem("segment.problem.no-model", model);
        }
        return jobs.answer("clusters", job -> study(verticalKey + "/" + model, snapshot.version(), result, job));
    }

    private ClusterStudy study(String key, long version, ClusterResult result, Job job) {
        Known known = studies.get(key);
        if (known != null && known.version() == version) {
            return known.study();
        }
        ClusterStudy study = result.study((done, total) -> {
            job.progress(done, total);
            return !job.isCancelled();
        });
        if (!job.isCancelled()) {
            studies.put(key, new Known(version, study));
        }
        return study;
    }

    /** Makes a draft in which rules say who is in which group, in place of what is being edited. */
    public void freeze(String verticalKey, ModelDefinition.Clusters model, FrozenRules rules) {
        List<ModelDefinition.Rule> frozen = new ArrayList<>();
        for (int cluster = 0; cluster < rules.rules().size(); cluster++) {
            if (!rules.rules().get(cluster).isEmpty()) {
                frozen.add(
                        new ModelDefinition.Rule(model.segments().get(cluster).id(), rules.condition(cluster), null));
            }
        }
        save(verticalKey, ModelChange.Clusters.of(model).freeze(frozen));
    }

    /** Makes a draft with names for the groups. @param names by segment and language tag */
    public void name(String verticalKey, ModelDefinition.Clusters model, Map<String, Map<String, String>> names) {
        save(verticalKey, ModelChange.Clusters.of(model).call(names));
    }

    /** Makes a draft with another number of groups. */
    public void count(String verticalKey, ModelDefinition.Clusters model, int count) {
        save(verticalKey, ModelChange.Clusters.of(model).with(count));
    }

    private void save(String verticalKey, ModelChange change) {
        int seen = versions.draft(verticalKey, change.model())
                .map(ModelDraft::revision)
                .orElse(0);
        versions.save(verticalKey, change, seen);
    }
}
