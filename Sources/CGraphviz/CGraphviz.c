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

// Graphviz takes the addresses of names for ids, and sorts subgraphs by them: pictures would differ from run to run. Here a
// name's id is made of its kind and number, and unnamed objects are counted.
enum { KIND_SHIFT = 32 };
static const char *const kinds[] = {"", "rank", "spine", "cluster"};
static uint64_t unnamed;

static void *ids_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)discipline;
  unnamed = 0;
  return graph;
}

static long ids_map(void *state, int type, char *name, IDTYPE *id, int creates) {
  (void)state, (void)type;
  if (!name) {
    *id = ++unnamed;
    return creates;
  }
  for (size_t kind = sizeof kinds / sizeof *kinds; kind-- > 0;) {
    size_t length = strlen(kinds[kind]);
    if (strncmp(name, kinds[kind], length)) continue;
    *id = (IDTYPE)(kind + 1) << KIND_SHIFT | (IDTYPE)atol(name + length);
    return 1;
  }
  return 0;
}

static long ids_alloc(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
  return 0;
}

static void ids_free(void *state, int type, IDTYPE id) { (void)state, (void)type, (void)id; }

static char *ids_print(void *state, int type, IDTYPE id) {
  (void)state, (void)type;
  static char name[32];
  IDTYPE kind = id >> KIND_SHIFT;
  if (kind == 0 || kind > sizeof kinds / sizeof *kinds) return NULL;
  snprintf(name, sizeof name, "%s%lu", kinds[kind - 1], (unsigned long)(id & 0xffffffff));
  return name;
}

static void ids_close(void *state) { (void)state; }

static void ids_register(void *state, int type, void *object) { (void)state, (void)type, (void)object; }

static Agiddisc_t ids = {ids_open, ids_map, ids_alloc, ids_free, ids_print, ids_close, ids_register};
static Agdisc_t discipline = {&AgMemDisc, &ids, NULL};

/// The attributes of a graph, looked up by their names once.
typedef struct {
  Agsym_t *width, *height, *weight, *minlen;
} attributes;

/// Writes digits behind a text's start and gives its end.
static char *write_digits(char *text, unsigned long number, int least) {
  char digits[24];
  int count = 0;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number || count < least);
  while (count) *text++ = digits[--count];
  return text;
}

/// Writes a length for Graphviz, which wants inches, of 72 points.
static void write_inches(char *text, double points) {
  unsigned long tenthousandths = (unsigned long)(points / 72 * 10000 + 0.5);
  text = write_digits(text, tenthousandths / 10000, 1);
  *text++ = '.';
  text = write_digits(text, tenthousandths % 10000, 4);
  *text = 0;
}

static void set_points(void *object, Agsym_t *attribute, double points) {
  char text[48];
  write_inches(text, points);
  agxset(object, attribute, text);
}

static void set_number(void *object, Agsym_t *attribute, int number) {
  char text[24];
  *write_digits(text, (unsigned long)number, 1) = 0;
  agxset(object, attribute, text);
}

static void set_size(Agnode_t *node, const attributes *attributes, double width, double height) {
  set_points(node, attributes->width, width);
  set_points(node, attributes->height, height);
}

static void set_graph_points(Agraph_t *graph, char *name, double points) {
  char text[48];
  write_inches(text, points);
  agattr(graph, AGRAPH, name, text);
}

static Agraph_t *build(const cgraphviz_node *nodes, Agnode_t **made, int node_count,
                       const cgraphviz_edge *edges, int edge_count, attributes *attributes) {
  Agraph_t *graph = agopen("0", Agdirected, &discipline);
  if (!graph) return NULL;
  agattr(graph, AGNODE, "shape", "box");
  agattr(graph, AGNODE, "label", "");
  agattr(graph, AGNODE, "fixedsize", "true");
  agattr(graph, AGRAPH, "splines", "none");
  attributes->width = agattr(graph, AGNODE, "width", "");
  attributes->height = agattr(graph, AGNODE, "height", "");
  attributes->weight = agattr(graph, AGEDGE, "weight", "1");
  attributes->minlen = agattr(graph, AGEDGE, "minlen", "1");
  char name[24];
  for (int i = 0; i < node_count; i++) {
    *write_digits(name, (unsigned long)i, 1) = 0;
    made[i] = agnode(graph, name, 1);
    if (!made[i]) return graph;
    set_size(made[i], attributes, nodes[i].width, nodes[i].height);
  }
  for (int i = 0; i < edge_count; i++) {
    Agedge_t *edge = agedge(graph, made[edges[i].tail], made[edges[i].head], NULL, 1);
    if (!edge) continue;
    if (edges[i].weight != 1) set_number(edge, attributes->weight, edges[i].weight);
    if (edges[i].length != 1) set_number(edge, attributes->minlen, edges[i].length);
  }
  return graph;
}

/// Binds every node to its rank: one subgraph a rank, strung together by a chain of tiny nodes.
static void fix_ranks(Agraph_t *graph, Agnode_t **made, const cgraphviz_node *nodes, int node_count,
                      const attributes *attributes) {
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
    set_size(spine, attributes, 1, 1);
    if (before) set_number(agedge(graph, before, spine, NULL, 1), attributes->weight, 0);
    before = spine;
  }
  for (int i = 0; i < node_count; i++) agsubnode(layers[nodes[i].rank], made[i], 1);
  free(layers);
}

/// The clusters of a graph, and what was made of them.
typedef struct {
  cgraphviz_cluster *items;
  int count;
  double margin;
} clusters;

/// Makes the clusters, each with room for its title, and puts the nodes into them.
static Agraph_t **fence(Agraph_t *graph, Agnode_t **made, const cgraphviz_node *nodes, int node_count,
                        const clusters *clusters) {
  Agraph_t **fences = calloc((size_t)clusters->count, sizeof *fences);
  if (!fences) return NULL;
  char text[200];
  agattr(graph, AGRAPH, "label", "");
  for (int i = 0; i < clusters->count; i++) {
    const cgraphviz_cluster *item = &clusters->items[i];
    snprintf(text, sizeof text, "cluster%d", i);
    fences[i] = agsubg(item->parent < 0 ? graph : fences[item->parent], text, 1);
    if (!fences[i]) continue;
    // Graphviz adds 16 points to the width of a label and 8 to its height.
    snprintf(text, sizeof text,
             "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td fixedsize=\"true\" "
             "width=\"%d\" height=\"%d\"></td></tr></table>",
             item->title_width > 17 ? (int)item->title_width - 16 : 1,
             item->title_height > 9 ? (int)item->title_height - 8 : 1);
    char *label = agstrdup_html(graph, text);
    agsafeset(fences[i], "label", label, "");
    agstrfree(graph, label);
    snprintf(text, sizeof text, "%d", (int)clusters->margin);
    agsafeset(fences[i], "margin", text, "");
  }
  for (int i = 0; i < node_count; i++) {
    if (nodes[i].cluster >= 0 && fences[nodes[i].cluster]) agsubnode(fences[nodes[i].cluster], made[i], 1);
  }
  return fences;
}

static cgraphviz_result run(cgraphviz_node *nodes, int node_count, const cgraphviz_edge *edges,
                            int edge_count, int horizontal, double nodesep, double ranksep, int ranks_only,
                            clusters *clusters) {
  GVC_t *shared = context();
  if (!shared) return CGRAPHVIZ_NO_PLUGIN;
  if (node_count == 0) return CGRAPHVIZ_OK;
  agusererrf before = agseterrf(ignore_message);
  Agnode_t **made = calloc((size_t)node_count, sizeof *made);
  attributes attributes;
  Agraph_t *graph = made ? build(nodes, made, node_count, edges, edge_count, &attributes) : NULL;
  cgraphviz_result result = CGRAPHVIZ_FAILED;
  if (graph && made[node_count - 1]) {
    agsafeset(graph, "rankdir", horizontal ? "LR" : "TB", "");
    set_graph_points(graph, "nodesep", nodesep);
    set_graph_points(graph, "ranksep", ranksep);
    // Fewer rounds of the network simplex and of crossing reduction: large graphs gain little from more, and among clusters
    // more rounds turn the order over at small edits.
    int is_large = node_count > 120 || edge_count > 120;
    if (is_large) agsafeset(graph, "nslimit", "1", "");
    if (is_large || clusters) agsafeset(graph, "mclimit", clusters ? "0.1" : "0.2", "");
    Agraph_t **fences = NULL;
    if (clusters) {
      fences = fence(graph, made, nodes, node_count, clusters);
    } else if (ranks_only) {
      agsafeset(graph, "phase", "1", "");
    } else {
      fix_ranks(graph, made, nodes, node_count, &attributes);
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
      for (int i = 0; fences && i < clusters->count; i++) {
        if (!fences[i]) continue;
        boxf box = GD_bb(fences[i]);
        clusters->items[i].x = box.LL.x;
        clusters->items[i].y = -box.UR.y;
        clusters->items[i].width = box.UR.x - box.LL.x;
        clusters->items[i].height = box.UR.y - box.LL.y;
      }
      gvFreeLayout(shared, graph);
    }
    free(fences);
  }
  if (graph) agclose(graph);
  free(made);
  agseterrf(before);
  return result;
}

cgraphviz_result cgraphviz_rank(cgraphviz_node *nodes, int node_count, const cgraphviz_edge *edges,
                                int edge_count) {
  return run(nodes, node_count, edges, edge_count, 0, 18, 36, 1, NULL);
}

cgraphviz_result cgraphviz_place(cgraphviz_node *nodes, int node_count, const cgraphviz_edge *edges,
                                 int edge_count, int horizontal, double nodesep, double ranksep) {
  return run(nodes, node_count, edges, edge_count, horizontal, nodesep, ranksep, 0, NULL);
}

cgraphviz_result cgraphviz_place_clustered(cgraphviz_node *nodes, int node_count, cgraphviz_cluster *items,
                                           int cluster_count, const cgraphviz_edge *edges, int edge_count,
                                           int horizontal, double nodesep, double ranksep, double margin) {
  clusters clusters = {items, cluster_count, margin};
  return run(nodes, node_count, edges, edge_count, horizontal, nodesep, ranksep, 0, &clusters);
}
