#define _GNU_SOURCE
#include "CGraphviz.h"

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char plugin_file[] = "graphviz/libgvplugin_dot_layout.so.6";
static const char plugin_symbol[] = "gvplugin_dot_layout_LTX_library";

/// Opens the plug-in that stands beside the loaded library, so that no plug-in configuration has to be read and nothing
/// but the layout is loaded.
static gvplugin_library_t *open_plugin(void) {
  Dl_info library;
  if (!dladdr((void *)gvContextPlugins, &library) || !library.dli_fname) return NULL;
  const char *slash = strrchr(library.dli_fname, '/');
  int folder = slash ? (int)(slash - library.dli_fname) + 1 : 0;
  char path[4096];
  int length = snprintf(path, sizeof path, "%.*s%s", folder, library.dli_fname, plugin_file);
  if (length < 0 || (size_t)length >= sizeof path) return NULL;
  void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  return handle ? dlsym(handle, plugin_symbol) : NULL;
}

/// The context, made at the first call and kept for the life of the process.
static GVC_t *context(void) {
  static GVC_t *shared;
  if (shared) return shared;
  gvplugin_library_t *plugin = open_plugin();
  if (!plugin) return NULL;
  static lt_symlist_t none[] = {{0, 0}};
  GVC_t *made = gvContextPlugins(none, 0);
  if (!made) return NULL;
  agseterr(AGMAX);
  gvAddLibrary(made, plugin);
  shared = made;
  return shared;
}

/// What Graphviz has to say is said by results, not on the standard error.
static int ignore_message(char *message) {
  (void)message;
  return 0;
}

static void set_points(void *object, char *name, double points) {
  // Graphviz wants inches, of 72 points.
  char text[32];
  long tenthousandths = (long)(points / 72 * 10000 + 0.5);
  snprintf(text, sizeof text, "%ld.%04ld", tenthousandths / 10000, tenthousandths % 10000);
  agsafeset(object, name, text, "");
}

static void set_number(void *object, char *name, int number) {
  char text[16];
  snprintf(text, sizeof text, "%d", number);
  agsafeset(object, name, text, "1");
}

static Agraph_t *build(const cgraphviz_node *nodes, Agnode_t **made, int node_count,
                       const cgraphviz_edge *edges, int edge_count) {
  Agraph_t *graph = agopen("g", Agdirected, NULL);
  if (!graph) return NULL;
  agattr(graph, AGNODE, "shape", "box");
  agattr(graph, AGNODE, "label", "");
  agattr(graph, AGNODE, "fixedsize", "true");
  agattr(graph, AGRAPH, "splines", "none");
  char name[16];
  for (int i = 0; i < node_count; i++) {
    snprintf(name, sizeof name, "%d", i);
    made[i] = agnode(graph, name, 1);
    if (!made[i]) return graph;
    set_points(made[i], "width", nodes[i].width);
    set_points(made[i], "height", nodes[i].height);
  }
  for (int i = 0; i < edge_count; i++) {
    Agedge_t *edge = agedge(graph, made[edges[i].tail], made[edges[i].head], NULL, 1);
    if (!edge) continue;
    set_number(edge, "weight", edges[i].weight);
  }
  return graph;
}

/// Binds every node to its rank: one subgraph a rank, strung together by a chain of tiny nodes.
static void fix_ranks(Agraph_t *graph, Agnode_t **made, const cgraphviz_node *nodes, int node_count) {
  int ranks = 0;
  for (int i = 0; i < node_count; i++) {
    if (nodes[i].rank >= ranks) ranks = nodes[i].rank + 1;
  }
  Agraph_t **layers = calloc((size_t)ranks, sizeof *layers);
  if (!layers) return;
  Agnode_t *before = NULL;
  char name[24];
  for (int rank = 0; rank < ranks; rank++) {
    snprintf(name, sizeof name, "rank%d", rank);
    layers[rank] = agsubg(graph, name, 1);
    agsafeset(layers[rank], "rank", "same", "");
    snprintf(name, sizeof name, "spine%d", rank);
    Agnode_t *spine = agnode(layers[rank], name, 1);
    set_points(spine, "width", 1);
    set_points(spine, "height", 1);
    if (before) set_number(agedge(graph, before, spine, NULL, 1), "weight", 0);
    before = spine;
  }
  for (int i = 0; i < node_count; i++) agsubnode(layers[nodes[i].rank], made[i], 1);
  free(layers);
}

static cgraphviz_result run(cgraphviz_node *nodes, int node_count, const cgraphviz_edge *edges,
                            int edge_count, int horizontal, double nodesep, double ranksep, int ranks_only) {
  GVC_t *shared = context();
  if (!shared) return CGRAPHVIZ_NO_PLUGIN;
  if (node_count == 0) return CGRAPHVIZ_OK;
  agusererrf before = agseterrf(ignore_message);
  Agnode_t **made = calloc((size_t)node_count, sizeof *made);
  Agraph_t *graph = made ? build(nodes, made, node_count, edges, edge_count) : NULL;
  cgraphviz_result result = CGRAPHVIZ_FAILED;
  if (graph && made[node_count - 1]) {
    agsafeset(graph, "rankdir", horizontal ? "LR" : "TB", "");
    set_points(graph, "nodesep", nodesep);
    set_points(graph, "ranksep", ranksep);
    if (node_count > 120) {
      // Fewer rounds of the network simplex and of crossing reduction: large graphs gain little from more.
      agsafeset(graph, "nslimit", "2", "");
      agsafeset(graph, "mclimit", "0.3", "");
    }
    if (ranks_only) {
      agsafeset(graph, "phase", "1", "");
    } else {
      fix_ranks(graph, made, nodes, node_count);
    }
    if (gvLayout(shared, graph, "dot") == 0) {
      result = CGRAPHVIZ_OK;
      for (int i = 0; i < node_count; i++) {
        if (ranks_only) {
          nodes[i].rank = ND_rank(made[i]);
        } else {
          nodes[i].x = ND_coord(made[i]).x;
          nodes[i].y = -ND_coord(made[i]).y;
        }
      }
      gvFreeLayout(shared, graph);
    }
  }
  if (graph) agclose(graph);
  free(made);
  agseterrf(before);
  return result;
}

cgraphviz_result cgraphviz_rank(cgraphviz_node *nodes, int node_count, const cgraphviz_edge *edges,
                                int edge_count) {
  return run(nodes, node_count, edges, edge_count, 0, 18, 36, 1);
}

cgraphviz_result cgraphviz_place(cgraphviz_node *nodes, int node_count, const cgraphviz_edge *edges,
                                 int edge_count, int horizontal, double nodesep, double ranksep) {
  return run(nodes, node_count, edges, edge_count, horizontal, nodesep, ranksep, 0);
}
