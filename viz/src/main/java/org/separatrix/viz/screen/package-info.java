/**
 * Pictures in the window: drawn off the JavaFX thread, shown on it. Only the threads of a {@link
 * org.separatrix.viz.screen.Rasteriser} draw; what runs on the JavaFX thread swaps finished images.
 */
package org.separatrix.viz.screen;
