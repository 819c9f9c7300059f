package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnlargedTest {
    private static final Chart CHART =
            Chart.of(Gallery.POSITIVE, Look.of(Theme.LIGHT)).with(List.of(Track.main(Gallery.recorded(1, 50))));

    private static Layout layout(Picture picture, int width, int height) {
        var g = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB).createGraphics();
        return picture.draw(g, width, height).orElseThrow();
    }

    @Test
    void everythingOfAnEnlargedPictureIsLargerAndWhereItsLayoutSays() {
        Plane small = layout(CHART, 400, 300).plane();
        Plane large = layout(new Enlarged(CHART, 2), 800, 600).plane();

        assertThat(large.left()).isCloseTo(2 * small.left(), within(1e-9));
        assertThat(large.top()).isCloseTo(2 * small.top(), within(1e-9));
        assertThat(large.width()).isCloseTo(2 * small.width(), within(1e-9));
        assertThat(large.height()).isCloseTo(2 * small.height(), within(1e-9));
    }

    @Test
    void largerTextTakesMoreRoomOfTheSamePicture() {
        Plane usual = layout(new Enlarged(CHART, 1), 800, 600).plane();
        Plane large = layout(new Enlarged(CHART, 2), 800, 600).plane();

        assertThat(large.left()).isGreaterThan(1.5 * usual.left());
        assertThat(large.width()).isLessThan(usual.width());
    }

    @Test
    void anotherSizeIsAnotherPicture() {
        assertThat(new Enlarged(CHART, 2).version()).isNotEqualTo(new Enlarged(CHART, 1.5).version());
        assertThat(new Enlarged(CHART, 2).version()).isEqualTo(new Enlarged(CHART, 2).version());
    }
}
