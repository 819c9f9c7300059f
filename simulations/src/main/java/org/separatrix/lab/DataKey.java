package org.separatrix.lab;

/**
 * One array that a laboratory takes in place of a random draw.
 *
 * @param name its name in the file
 * @param shape its shape in the symbols of the laboratory: "N_o x N_i"
 * @param meaning one sentence: what it replaces
 */
public record DataKey(String name, String shape, String meaning) {}
