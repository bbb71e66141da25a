#pragma once

// The little of Graphviz that the layout needs: ranks and positions of boxes of known size by the `dot` algorithm.
// Nodes are numbers from 0; no text, font or file is involved. Not thread-safe, as the library is not.

/// A node's size, and its place once it is known, all in points.
typedef struct {
  double width;
  double height;
  /// The centre, y growing downwards.
  double x;
  double y;
  /// The layer, from 0.
  int rank;
  /// The cluster it stands in, -1 for none; only for a layout with clusters.
  int cluster;
} cgraphviz_node;

/// A box round nodes, and its place once it is known, all in points.
typedef struct {
  /// The cluster round it, of a lower number; -1 for none.
  int parent;
  /// The room that its title takes inside the upper border.
  double title_width;
  double title_height;
  /// The upper left corner, y growing downwards.
  double x;
  double y;
  double width;
  double height;
} cgraphviz_cluster;

/// An edge that ranks its head below its tail.
typedef struct {
  int tail;
  int head;
  /// How much it matters that the edge be short and straight.
  int weight;
  /// The least number of ranks from the tail to the head.
  int length;
} cgraphviz_edge;

/// How a call ended.
typedef enum {
  CGRAPHVIZ_OK,
  /// Graphviz's `dot_layout` plug-in is not where the library is, or cannot be opened.
  CGRAPHVIZ_NO_PLUGIN,
  /// The library refused the graph, or had no memory for it.
  CGRAPHVIZ_FAILED,
} cgraphviz_result;

/// Writes the rank of every node: the layers that make the edges short.
cgraphviz_result cgraphviz_rank(cgraphviz_node *nodes, int node_count,
                                const cgraphviz_edge *edges, int edge_count);

/// Writes the position of every node, each in the rank that it has; the ranks must leave none out. `horizontal` lets them
/// run from left to right instead of from top to bottom; `nodesep` and `ranksep` are the least distances in points within
/// and between ranks.
cgraphviz_result cgraphviz_place(cgraphviz_node *nodes, int node_count,
                                 const cgraphviz_edge *edges, int edge_count,
                                 int horizontal, double nodesep, double ranksep);

/// Writes the position of every node and cluster, all ranked and ordered at once. `margin` is the least distance of a
/// cluster's border from what stands in it.
cgraphviz_result cgraphviz_place_clustered(cgraphviz_node *nodes, int node_count,
                                           cgraphviz_cluster *clusters, int cluster_count,
                                           const cgraphviz_edge *edges, int edge_count,
                                           int horizontal, double nodesep, double ranksep, double margin);
