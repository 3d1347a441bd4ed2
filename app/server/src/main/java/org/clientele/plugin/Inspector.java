package org.clientele.plugin;

import java.util.List;
import java.util.Optional;
import org.clientele.plugin.Inspection.Replaced;
import org.clientele.plugin.PluginLibrary.Judged;
import org.clientele.plugin.Vouching.SignedBy;
import org.clientele.plugin.persistence.RowCountDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what somebody sees before a plugin is installed. */
@Component
class Inspector {
    private final VerticalStore store;
    private final RowCountDao rows;
    private final PluginSignatures signatures;

    Inspector(VerticalStore store, RowCountDao rows, PluginSignatures signatures) {
        this.store = store;
        this.rows = rows;
        this.signatures = signatures;
    }

    /** Without a token: nothing is kept yet. */
    Inspection inspect(Judged judged, Optional<InstallChecks.Current> current) {
        PluginPackage content = judged.content();
        PluginManifest manifest = content.manifest();
        List<RowCount> data =
                store.find(manifest.id()).map(kept -> rows.count(kept.id())).orElse(List.of());
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
                before == null ? List.of() : DefinitionChanges.between(before, content, data),
                data.stream().filter(count -> count.rows() > 0).toList(),
                content.code().classes());
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
