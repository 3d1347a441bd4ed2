package org.clientele.demo;

import java.util.List;
import java.util.Locale;
import org.clientele.loyalty.Programmes;
import org.clientele.loyalty.Reward;
import org.clientele.plugin.Vertical;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Starts the loyalty programme that a vertical declares, with rewards. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleProgramme {
    private static final List<Reward> ENGLISH =
            List.of(reward("Shopping bag", 200), reward("Gift box", 500), reward("Voucher for a dinner for two", 2000));
    private static final List<Reward> CHINESE = List.of(reward("购物袋", 200), reward("礼盒", 500), reward("双人晚餐券", 2000));

    private final Programmes programmes;

    SampleProgramme(Programmes programmes) {
        this.programmes = programmes;
    }

    void start(Vertical vertical) {
        if (vertical.definition().programme() == null) {
            return;
        }
        programmes.proposal(vertical.key()).ifPresent(programme -> programmes.start(vertical.key(), programme));
        boolean chinese = Locale.getDefault().getLanguage().equals("zh");
        (chinese ? CHINESE : ENGLISH).forEach(reward -> programmes.store(vertical.key(), reward));
    }

    private static Reward reward(String name, long points) {
        return new Reward(Reward.NEW, name, points, true);
    }
}
