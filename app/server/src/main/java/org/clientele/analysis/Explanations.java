package org.clientele.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerService;
import org.clientele.customer.PersonalData;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.RiskParts;
import org.clientele.engine.model.RuleOutcome;
import org.clientele.engine.model.RulesResult;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why a customer is in a segment, and where they would be with other values. Nothing supposed is stored. */
@Service
public class Explanations {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private final Snapshots snapshots;
    private final CustomerService customers;
    private final ModelVersions versions;
    private final Rights rights;
    private final Audit audit;

    public Explanations(
            Snapshots snapshots, CustomerService customers, ModelVersions versions, Rights rights, Audit audit) {
        this.snapshots = snapshots;
        this.customers = customers;
        this.versions = versions;
        this.rights = rights;
        this.audit = audit;
    }

    /** The models of the vertical, in its order. */
    public List<ModelDefinition> models(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return snapshots.get(verticalKey).definition().models();
    }

    /** The explanation; nothing for a customer or model that there is not, or who is newer than what was computed. */
    public Optional<Explanation> explain(String verticalKey, long customerId, String model) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        PortalSnapshot snapshot = snapshots.get(verticalKey);
        int row = snapshot.customers().indexOf(customerId);
        if (row < 0 || !snapshot.now().models().contains(model)) {
            return Optional.empty();
        }
        return customers.find(snapshot.vertical(), customerId).map(customer -> explain(snapshot, customer, row, model));
    }

    private Explanation explain(PortalSnapshot snapshot, Customer customer, int row, String model) {
        Set<String> hidden = PersonalData.hiddenFrom(rights, snapshot.vertical());
        ModelResult result = snapshot.model(model);
        Reason reason = result.reason(row);
        List<RuleOutcome> rules = result instanceof RulesResult decided ? decided.outcomes(row) : List.of();
        return new Explanation(
                snapshot.vertical(),
                customer,
                hidden,
                result.model(),
                versions.current(snapshot.vertical().key(), model),
                snapshot.asOf(),
                reason,
                rules,
                risk(result, row, hidden),
                values(snapshot, result.model(), reason, rules).stream()
                        .filter(id -> !hidden.contains(id))
                        .map(id -> new Explanation.Compared(id, value(snapshot.now(), id, row)))
                        .toList());
    }

    /** All parts or none: the sum is known, so that one left out would give itself away. */
    private static @Nullable RiskParts risk(ModelResult result, int row, Set<String> hidden) {
        return result instanceof ChurnResult churn
                        && churn.model().features().stream().noneMatch(hidden::contains)
                ? churn.parts(row)
                : null;
    }

    private static Value value(Snapshot now, String id, int row) {
        var column = now.column(id);
        return column == null ? Value.MISSING : column.value(row);
    }

    /** What the model compares, in the order in which it does. */
    private static Set<String> values(
            PortalSnapshot snapshot, ModelDefinition model, Reason reason, List<RuleOutcome> rules) {
        if (model instanceof ModelDefinition.Custom) {
            return Set.of();
        }
        VerticalDefinition definition = snapshot.definition();
        Set<String> found = new LinkedHashSet<>();
        Stream.concat(reason.checks().stream(), rules.stream().flatMap(rule -> rule.checks().stream()))
                .flatMap(check -> WORD.matcher(check.subject()).results().map(MatchResult::group))
                .filter(id -> definition.attribute(id) != null
                        || definition.metric(id) != null
                        || id.startsWith(Snapshot.SEGMENT_PREFIX))
                .forEach(found::add);
        if (model instanceof ModelDefinition.Churn churn) {
            found.addAll(churn.features());
        }
        return found;
    }

    /** Where the model would put the customer with these values; nothing is stored. Fails for what is hidden from the user. */
    public Optional<Reason> suppose(String verticalKey, long customerId, String model, Map<String, Value> values) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        PortalSnapshot snapshot = snapshots.get(verticalKey);
        Set<String> hidden = PersonalData.hiddenFrom(rights, snapshot.vertical());
        int row = snapshot.customers().indexOf(customerId);
        boolean seen = row >= 0
                && values.keySet().stream().noneMatch(hidden::contains)
                && customers.find(snapshot.vertical(), customerId).isPresent();
        return seen ? Optional.of(snapshot.now().whatIf(model, row, values).reason(row)) : Optional.empty();
    }

    /** Every model's explanation, to be handed to the customer; recorded in the audit. */
    @Transactional
    public List<Explanation> export(String verticalKey, long customerId) {
        rights.require(Permission.EXPORT_CUSTOMERS, verticalKey);
        audit.record("customer.explanation", "customer " + customerId, null, "vertical " + verticalKey);
        return models(verticalKey).stream()
                .flatMap(model -> explain(verticalKey, customerId, model.id()).stream())
                .toList();
    }
}
