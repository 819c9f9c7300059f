package org.separatrix.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.lab.Array;

class NumpyFileTest {
    private static final double[] SIX = {0.5, 1.5, 2.5, 3.5, 4.5, 5.5};

    @TempDir
    private Path folder;

    static Path fixture(String name) {
        try {
            return Path.of(NumpyFileTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsWhatNumpyWroteWhateverTheKindAndTheOrder() {
        Map<String, Array> arrays = NumpyFile.read(fixture("kinds.npz"));
        Array matrix = Array.matrix(2, 3, SIX);
        assertThat(arrays)
                .containsEntry("c", matrix)
                .containsEntry("fortran", matrix)
                .containsEntry("float32", matrix)
                .containsEntry("float16", matrix)
                .containsEntry("big_endian", matrix)
                .containsEntry("fortran3", new Array(new int[] {2, 3, 4}, counted(24)))
                .containsEntry("strided", Array.matrix(3, 2, new double[] {0, 2, 4, 6, 8, 10}))
                .containsEntry("vector", Array.vector(0, 1, 2))
                .containsEntry("single", new Array(new int[0], new double[] {2.5}))
                .containsEntry("int64", Array.vector(-1, 1L << 53))
                .containsEntry("int32", Array.vector(-7))
                .containsEntry("uint8", Array.vector(200))
                .containsEntry("truth", Array.vector(1, 0))
                .containsEntry("empty", Array.matrix(0, 3, new double[0]))
                .hasSize(14);
    }

    private static double[] counted(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> i);
        return values;
    }

    @Property(tries = 100)
    void anArrayWrittenReadsBackToTheLastBit(
            @ForAll @Size(max = 4) List<@IntRange(max = 4) Integer> lengths, @ForAll long seed) {
        int[] shape = lengths.stream().mapToInt(Integer::intValue).toArray();
        double[] values = new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        var random = new java.util.Random(seed);
        Arrays.setAll(values, i -> Double.longBitsToDouble(random.nextLong()));
        Array array = new Array(shape, values);
        assertThat(Npy.decode(Npy.encode(array))).isEqualTo(array);
    }

    @Test
    void theHeaderIsPaddedAsTheFormatAsks() {
        byte[] bytes = Npy.encode(Array.matrix(2, 3, SIX));
        assertThat(bytes).hasSize(128 + 48);
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }")
                .endsWith(" \n");
        assertThat(new String(Npy.encode(Array.vector(1)), StandardCharsets.ISO_8859_1))
                .contains("'shape': (1,),");
        assertThat(new String(Npy.encode(new Array(new int[0], new double[1])), StandardCharsets.ISO_8859_1))
                .contains("'shape': (),");
    }

    @Test
    void theSameArraysGiveTheSameBytesAndReadBack() throws IOException {
        var arrays = new LinkedHashMap<String, Array>();
        arrays.put("b", Array.matrix(2, 3, SIX));
        arrays.put("a", Array.vector(Double.NaN, Double.NEGATIVE_INFINITY, -0.0));
        NumpyFile.write(folder.resolve("one.npz"), arrays);
        NumpyFile.write(folder.resolve("two.npz"), arrays);
        assertThat(folder.resolve("one.npz")).hasSameBinaryContentAs(folder.resolve("two.npz"));
        assertThat(NumpyFile.read(folder.resolve("one.npz"))).isEqualTo(arrays);
        assertThat(Files.list(folder)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 400, 700, 775})
    void aFileCutShortIsASentenceWhereverItWasCut(int length) throws IOException {
        Path cut = folder.resolve("cut.npz");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(fixture("start.npz")), length));
        assertThatThrownBy(() -> NumpyFile.read(cut))
                .isInstanceOf(FileProblem.class)
                .hasMessage(cut + ": is damaged or truncated, or is no .npz file");
    }

    @Test
    void anArrayCutShortInsideAWholeContainerIsNamed() throws IOException {
        byte[] bytes = Npy.encode(Array.matrix(2, 3, SIX));
        assertThatThrownBy(() -> NumpyFile.read(zipped("W1", Arrays.copyOf(bytes, bytes.length - 8))))
                .hasMessageContaining("the array W1 is truncated: 48 bytes of numbers expected, 40 are there");
        assertThatThrownBy(() -> NumpyFile.read(zipped("W1", Arrays.copyOf(bytes, 100))))
                .hasMessageContaining("the array W1 is truncated in its header");
        assertThatThrownBy(() -> NumpyFile.read(zipped("W1", "0.5,1.5".getBytes(StandardCharsets.US_ASCII))))
                .hasMessageContaining("the array W1 is no .npy file");
    }

    @Test
    void noCutOfAnArrayEscapesAsAnythingButASentence() {
        byte[] bytes = Npy.encode(Array.matrix(2, 3, SIX));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Npy.decode(cut)).isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void wordsAndIntegersBeyondFloat64AreRefused() {
        assertThatThrownBy(() -> NumpyFile.read(fixture("words.npz")))
                .hasMessageContaining("the array start holds values of the type U3");
        assertThatThrownBy(() -> NumpyFile.read(fixture("inexact.npz")))
                .hasMessageContaining("holds the integer 9007199254740993, which float64 cannot");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.npz");
        assertThatThrownBy(() -> NumpyFile.read(missing))
                .isInstanceOf(FileProblem.class)
                .hasMessage(missing + " cannot be read: " + missing + " does not exist");
    }

    private Path zipped(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name + ".npy"));
            zip.write(bytes);
        }
        return Files.write(folder.resolve("made.npz"), out.toByteArray());
    }
}
