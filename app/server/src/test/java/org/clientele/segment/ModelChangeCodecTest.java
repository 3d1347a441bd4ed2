package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.common.Problem;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelChangeCodecTest {
    static List<ModelDefinition> models() {
        return List.of(
                        ShopDefinition.shop(),
                        ShopDefinition.withMatrix(),
                        ShopDefinition.withChurn(),
                        ShopDefinition.withClv(),
                        ShopDefinition.withClusters())
                .stream()
                .map(VerticalDefinition::models)
                .flatMap(List::stream)
                .toList();
    }

    private static ModelDefinition model(String id) {
        return models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldReadWhatItWrote(ModelDefinition model) {
        ModelChange change = ModelChange.of(model).orElseThrow();
        assertThat(ModelChangeCodec.read(model, ModelChangeCodec.write(change))).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pyramid | {'model':'pyramid','method':'PERCENTILE','borders':[0.01,0.04,0.15]}",
                "relations | {'model':'relations','rows':{'method':'FIXED','cuts':[20.0,100.0]},'columns':{'method':'FIXED','cuts':[2.0]},'grid':[['basic','reactive'],['reactive','proactive'],['proactive','partner']]}",
                "lifetime | {'model':'lifetime','method':'PERCENTILE','borders':[0.1,0.4]}",
                "risk | {'model':'risk','borders':[0.3]}",
                "groups | {'model':'groups','count':3,'seed':1,'frozen':[],'names':{}}",
            })
    void shouldTakeWhatCouldNotBeSetYetFromThePlugin(String model, String stored) {
        ModelDefinition plugin = model(model.strip());
        assertThat(ModelChangeCodec.read(plugin, stored.replace('\'', '"')))
                .isEqualTo(ModelChange.of(plugin).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rfm | {'model':'rfm','method':'PERCENTILE','borders':[0.01,0.04,0.15]}",
                "relations | {'model':'relations','method':'PERCENTILE','borders':[0.01,0.04,0.15]}",
                "pyramid | {'model':'pyramid','rules':[]}",
                "groups | {'model':'groups','borders':[0.2]}",
                "risk | {'model':'risk','rules':[]}",
                "lifetime | {'model':'lifetime','count':3}",
            })
    void shouldRefuseWhatWasMadeForAnotherKindOfModel(String model, String stored) {
        ModelDefinition plugin = model(model.strip());
        assertThatThrownBy(() -> ModelChangeCodec.read(plugin, stored.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("segment.problem.other-kind"));
    }
}
