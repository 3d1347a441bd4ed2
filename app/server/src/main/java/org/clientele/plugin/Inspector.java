package org.clientele.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.plugin.Inspection.Replaced;
import org.clientele.plugin.PluginLibrary.Judged;
import org.clientele.plugin.Vouching.SignedBy;
import org.clientele.plugin.persistence.RowCountDao;
import org.clientele.plugin.persistence.ValuesDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what somebody sees before a plugin is installed. */
@Component
class Inspector {
    private final VerticalStore store;
    private final RowCountDao rows;
    private final ValuesDao values;
    private final VersionChange versionChange;
    private final Migrator migrator;
    private final PluginSignatures signatures;

    Inspector(
            VerticalStore store,
            RowCountDao rows,
            ValuesDao values,
            VersionChange versionChange,
            Migrator migrator,
            PluginSignatures signatures) {
        this.store = store;
        this.rows = rows;
        this.values = values;
        this.versionChange = versionChange;
        this.migrator = migrator;
        this.signatures = signatures;
    }

    /** Without a token: nothing is kept yet. Reads the values of fields whose type changes: not for the thread of a screen. */
    Inspection inspect(Judged judged, Optional<InstallChecks.Current> current) {
        PluginPackage content = judged.content();
        PluginManifest manifest = content.manifest();
        Optional<VerticalSettings> kept = store.find(manifest.id());
        List<RowCount> data = kept.map(there -> rows.count(there.id())).orElse(List.of());
        VerticalLayout layout = kept.map(there -> store.layout(there.id())).orElse(new VerticalLayout(Map.of()));
        PluginPackage before = current.map(InstallChecks.Current::content).orElse(null);
        return new Inspection(
                "",
                manifest.id(),
                manifest.version(),
                manifest.provider(),
                manifest.requires(),
                content.digest(),
                content.definition(),
                content.texts(),
                judged.vouching(),
                current.map(there -> formerSigner(judged, there)).orElse(null),
                current.map(there -> replaced(there, content)).orElse(null),
                before == null ? List.of() : DefinitionChanges.between(before, content, new Kept(data, layout, values)),
                versionChange
                        .data(content)
                        .map(change -> migrator.obstacles(change.migration()))
                        .orElse(List.of()),
                data.stream().filter(count -> count.rows() > 0).toList(),
                content.code().classes());
    }

    private record Kept(List<RowCount> data, VerticalLayout layout, ValuesDao dao) implements StoredData {
        @Override
        public long rows(String owner) {
            return data.stream()
                    .filter(count -> count.owner().equals(owner))
                    .mapToLong(RowCount::rows)
                    .sum();
        }

        @Override
        public long values(String owner, String field) {
            VerticalLayout.Column column = layout.column(owner, field);
            return column == null
                    ? 0
                    : layout.owner(owner)
                            .map(place -> dao.values(place.table(), column.name()))
                            .orElse(0L);
        }
    }

    private static Replaced replaced(InstallChecks.Current there, PluginPackage content) {
        return new Replaced(
                there.version(),
                there.enabled(),
                there.content() == null ? content.texts() : there.content().texts());
    }

    private @Nullable String formerSigner(Judged judged, InstallChecks.Current there) {
        SignedBy now = judged.vouching().signer();
        return signatures
                .find(there.digest())
                .map(SignedBy::certificate)
                .filter(former -> now == null
                        || !former.fingerprint().equals(now.certificate().fingerprint()))
                .map(SignerCertificate::name)
                .orElse(null);
    }
}
