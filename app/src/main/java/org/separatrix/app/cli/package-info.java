/** The command line: parses, runs without a screen, prints. It sees no laboratory but through the vocabulary. */
package org.separatrix.app.cli;
