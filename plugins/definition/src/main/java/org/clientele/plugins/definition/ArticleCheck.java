package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** An article names segments and guides that there are. */
final class ArticleCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        Declared declared = new Declared(vertical, report);
        List<String> guides =
                vertical.guides().stream().map(GuideDefinition::id).toList();
        for (int i = 0; i < vertical.articles().size(); i++) {
            ArticleDefinition article = vertical.articles().get(i);
            String path = "/articles/" + i;
            for (int j = 0; j < article.segments().size(); j++) {
                checkSegment(path + "/segments/" + j, article.segments().get(j), vertical, declared, report);
            }
            for (int j = 0; j < article.guides().size(); j++) {
                report.requireReference(path + "/guides/" + j, article.guides().get(j), guides);
            }
        }
    }

    private static void checkSegment(
            String path,
            ArticleDefinition.Segment named,
            VerticalDefinition vertical,
            Declared declared,
            Report report) {
        ModelDefinition model = vertical.model(named.model());
        if (declared.requireModel(path + "/model", named.model()) && model != null) {
            report.requireReference(path + "/segment", named.segment(), ModelCheck.segmentIds(model));
        }
    }
}
